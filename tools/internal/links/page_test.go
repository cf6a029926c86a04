package links

import (
	"net/url"
	"strings"
	"testing"
	"time"
)

func TestTitlesOfMissingPages(t *testing.T) {
	for _, title := range []string{
		"404", "404 | Politie", "Error 404", "Fout 404 - Rijksoverheid", "HTTP 404", "Not Found", "404 Not Found", "404 - Niet gevonden",
		"Pagina niet gevonden", "Pagina niet gevonden | NJi", "Pagina kan niet worden gevonden", "Helaas, deze pagina bestaat niet meer",
		"Deze pagina bestaat niet (meer)", "Oeps! Pagina niet gevonden", "De opgevraagde pagina is niet gevonden", "Artikel niet gevonden – NU.nl",
		"De pagina die u zoekt bestaat niet", "De pagina die je zoekt kan niet worden gevonden.", "Deze pagina is niet meer beschikbaar",
		"We kunnen deze pagina niet vinden", "De gevraagde pagina is verwijderd",
		"Page not found", "Page Not Found | FBI", "Sorry, this page isn’t available", "The page you requested could not be found", "The requested URL was not found",
		"Oops! That page can’t be found.", "We couldn't find that page", "This page no longer exists", "This article is no longer available", "The page you are looking for does not exist",
		"Error: Page cannot be found",
	} {
		p := readPage([]byte("<title>"+title+"</title>"), "text/html; charset=utf-8")
		if !p.saysNotFound() {
			t.Errorf("%q is that of a page", title)
		}
	}
}

func TestTitlesOfPages(t *testing.T) {
	for _, title := range []string{
		"", "Com en 764: wat weten we?", "Zes tips die u niet kunt missen", "Kind niet gevonden na zoektocht - Omroep", "Vermist meisje is gevonden",
		"What happens when a page is not found: a guide to HTTP", "404 Media", "404 Media: How the Com works", "Paginagroot: de zaak die niet verdween",
		"Waarom deze pagina bestaat", "Missing children not found in Europe", "Bewijs niet gevonden in zaak", "Documenten over 404 meldingen in 2024",
		"Content that may not be available to minors", "Artikel 240b Sr | Wetboek", "The page that changed the internet", "Removed from home",
		"Over cookies en privacy op scholen", "Access denied: how children lose their accounts", "Robots en mensen", "Just a moment of your time",
	} {
		p := readPage([]byte("<title>"+title+"</title><h1>"+title+"</h1>"), "text/html; charset=utf-8")
		if p.saysNotFound() {
			t.Errorf("%q is that of a missing page", title)
		}
		if w := p.wall(); w != "" && !strings.HasPrefix(title, "Access denied") {
			t.Errorf("%q: %s", title, w)
		}
	}
}

func TestWalls(t *testing.T) {
	for _, title := range []string{
		"Just a moment...", "Attention Required! | Cloudflare", "Access Denied", "Are you a robot?", "Pardon Our Interruption", "DPG Media Privacy Gate",
		"Cookie-instellingen", "Cookievoorkeuren | Nieuws", "We value your privacy", "Wij respecteren uw privacy", "Before you continue",
	} {
		if readPage([]byte("<title>"+title+"</title>"), "text/html").wall() == "" {
			t.Errorf("%q is no wall", title)
		}
	}
}

func TestReadPage(t *testing.T) {
	p := readPage([]byte(`<title>A &amp;
	 b</title><svg><title>logo 404</title></svg><svg/><h1>Kop <em>met</em> nadruk</h1><script>"<h1>404</h1>"</script>
	<style>p{}</style>Twee woorden<meta property="article:content_tier" content="locked">`), "text/html")
	if strings.Join(p.titles, "|") != "A & b|Kop met nadruk" || !p.paid {
		t.Errorf("got %+v", p)
	}
	if want := len("A & b Kop met nadruk Twee woorden "); p.length != want {
		t.Errorf("length %d, want %d", p.length, want)
	}
}

func TestHomePages(t *testing.T) {
	for path, want := range map[string]bool{
		"": true, "/": true, "/nl": true, "/en/": true, "/nl-nl/": true, "/index.html": true, "/nl/home": true, "/Default.aspx": true,
		"/a": false, "/nieuws": false, "/?p=3": false, "/nl/a": false, "/indexen": false, "/homes": false,
	} {
		u, _ := url.Parse("https://example.org" + path)
		if isHome(u) != want {
			t.Errorf("%q: %v", path, !want)
		}
	}
}

func TestRetryAfter(t *testing.T) {
	now := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	for value, want := range map[string]time.Duration{
		"": 0, "3": 3 * time.Second, " 120 ": 2 * time.Minute, "-1": 0, "1.5": 0, "soon": 0, "99999999999999999999": 0,
		"Fri, 02 Jan 2026 03:05:05 GMT": time.Minute, "Fri, 02 Jan 2015 03:05:05 GMT": 0,
	} {
		if got := parseRetryAfter(value, now); got != want {
			t.Errorf("%q: %v, want %v", value, got, want)
		}
	}
}

func TestRobots(t *testing.T) {
	for _, c := range []struct {
		file, path string
		want       bool
	}{
		{"", "/a", true},
		{"User-agent: *\nDisallow: /", "/a", false},
		{"\xEF\xBB\xBFUser-agent: *\rDisallow: /a\r", "/a", false},
		{"Disallow: /\nUser-agent: *\nDisallow: /b", "/a", true},
		{"user-agent: *\ndisallow: /\nuser-agent: wijzer-links\nallow: /", "/a", true},
		{"User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b", true},
		{"User-agent: *\nDisallow: /*?q=", "/a?q=1", false},
		{"User-agent: *\nCrawl-delay: many\nDisallow: /a # why\nSitemap: x\n<html>", "/a", false},
		{"User-agent: *\nDisallow:\n", "/a", true},
		{"User-agent: *\nDisallow: /" + strings.Repeat("*", 5000), "/a", true},
	} {
		rules := parseRobots([]byte(c.file))
		if got := rules == nil || rules.Test(c.path); got != c.want {
			t.Errorf("%q on %q: %v", c.file, c.path, got)
		}
	}
}

// Neither many rules nor many wildcards hold us up: matching a rule takes at
// most its length times that of the path, and only rules with wildcards come near.
func TestRobotsThatAreHardToMatch(t *testing.T) {
	path := "/" + strings.Repeat("a", longest)
	for _, rule := range []string{"/" + strings.Repeat("*a", 240), "/" + strings.Repeat("*a", 7) + "b", "/*a*$", "/" + strings.Repeat("a", 400)} {
		file := []byte("User-agent: *\n" + strings.Repeat("Disallow: "+rule+"b\n", 1<<20/(len(rule)+12)))
		patterns := 0
		_, rules, _ := strings.Cut(string(ruleLines(file)), "\n")
		for line := range strings.Lines(rules) {
			wildcards := strings.Count(line, "*") + strings.Count(line, "$")
			if patterns += min(wildcards, 1); wildcards > mostWildcards || len(line) > longestRule+1 {
				t.Errorf("%.20q: a rule with %d wildcards and %d bytes is matched", rule, wildcards, len(line))
			}
		}
		if patterns > mostPatterns {
			t.Errorf("%.20q: %d rules with wildcards are matched", rule, patterns)
		}
		if !parseRobots(file).Test(path) {
			t.Errorf("%.20q matches", rule)
		}
	}
}

func FuzzRobots(f *testing.F) {
	f.Add([]byte("User-agent: *\nDisallow: /a*b$\nCrawl-delay: 3\nAllow: /"), "/ab?c")
	f.Add([]byte("<html>\r\rUser-agent:\n:\nDisallow"), "")
	f.Fuzz(func(_ *testing.T, body []byte, path string) {
		if rules := parseRobots(body); rules != nil {
			rules.Test(path)
		}
	})
}

func FuzzPage(f *testing.F) {
	f.Add([]byte(article), "text/html")
	f.Add([]byte("<title>404<h1><svg><title></svg><meta http-equiv=refresh content='0;url=\"x'>"), "text/html; charset=utf-16")
	f.Fuzz(func(t *testing.T, body []byte, kind string) {
		p := readPage(body, kind)
		p.saysNotFound()
		p.wall()
		if len(p.titles) > mostTitles || len(p.words) > mostWords || p.delay < 0 {
			t.Errorf("%d titles, %d words, delay %v", len(p.titles), len(p.words), p.delay)
		}
	})
}

func FuzzAddress(f *testing.F) {
	for _, s := range []string{"https://example.org/a?b#c", "http://[::1%25a]:80", "https://bücher.example", "HTTP://A:443/%zz", "http://a b/"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, address string) {
		u, problem := parse(address)
		if (u == nil) != (problem != "") {
			t.Fatalf("%v, %q", u, problem)
		}
		if u == nil {
			return
		}
		text := u.String()
		if strings.ContainsFunc(text, func(r rune) bool { return r <= 0x20 || r >= 0x7f }) {
			t.Errorf("%q holds more than ASCII", text)
		}
		if again, problem := parse(text); problem == "" && again.String() != text {
			t.Errorf("%q becomes %q", text, again)
		}
	})
}
