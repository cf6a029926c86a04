package links

import (
	"bytes"
	"compress/gzip"
	"crypto/rand"
	"crypto/tls"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync/atomic"
	"time"
)

// A behaviour is what a server does, and the verdict it has coming.
type behaviour struct {
	name string
	// One of these says what the server does. An honest robots.txt and an honest
	// 404 for a page that is not there come with the first two.
	http  http.HandlerFunc
	raw   func(net.Conn, *http.Request) // writes bytes of its own
	whole http.HandlerFunc              // robots.txt included
	tls   func(*tls.Config)             // a server with TLS that is not in order
	none  bool                          // no server: the address is all

	socket bool // needs a real connection; with TLS all do, for its buffers

	address string // "/page" by default; {host} and {port} are the server's
	want    Verdict
	reason  string // what the reason holds
	moved   string
	hits    int // requests for the page, when that matters
}

const article = `<!doctype html><html lang="nl"><title>Een artikel | Krant</title><h1>Een artikel</h1><p>Dit is een gewone pagina met tekst.</p>`

func status(code int) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(code); fmt.Fprint(w, article) }
}

func says200(page string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { htmlPage(w, page) }
}

func htmlPage(w http.ResponseWriter, page string) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	io.WriteString(w, page)
}

func redirect(code int, to string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/page" {
			htmlPage(w, article)
			return
		}
		w.Header().Set("Location", strings.ReplaceAll(to, "{port}", port(r.Host)))
		w.WriteHeader(code)
	}
}

func port(host string) string { _, p, _ := net.SplitHostPort(host); return p }

// counted calls the handlers in turn, the last one for ever.
func counted(handlers ...http.HandlerFunc) http.HandlerFunc {
	var n atomic.Int64
	return func(w http.ResponseWriter, r *http.Request) {
		handlers[min(int(n.Add(1)), len(handlers))-1](w, r)
	}
}

func bytesOnly(text string) func(net.Conn, *http.Request) {
	return func(c net.Conn, _ *http.Request) { io.WriteString(c, text) }
}

// forGET answers HEAD as a good server does.
func forGET(get func(net.Conn, *http.Request)) func(net.Conn, *http.Request) {
	return func(c net.Conn, r *http.Request) {
		if r.Method == http.MethodHead {
			io.WriteString(c, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n")
			return
		}
		get(c, r)
	}
}

// forever writes until nobody listens; with a pause it drips.
func forever(head, piece string, pause time.Duration) func(net.Conn, *http.Request) {
	return func(c net.Conn, _ *http.Request) {
		_, err := io.WriteString(c, head)
		for err == nil {
			_, err = io.WriteString(c, piece)
			time.Sleep(pause)
		}
	}
}

const okHTML = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"

var longText = strings.Repeat("Welkom bij deze organisatie, die veel te vertellen heeft. ", 10)

var behaviours = []behaviour{
	{name: "alive", http: says200(article), want: Alive, hits: 2},
	{name: "a PDF takes no GET", http: func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/pdf")
		fmt.Fprint(w, "%PDF-1.7")
	}, want: Alive, hits: 1},
	{name: "a page that a script fills", whole: says200(`<title>App</title><div id=root></div>`), want: Alive},
	{name: "cookies are kept during a visit", http: func(w http.ResponseWriter, r *http.Request) {
		if _, err := r.Cookie("seen"); err != nil {
			http.SetCookie(w, &http.Cookie{Name: "seen", Value: "1"})
			http.Redirect(w, r, r.URL.Path, http.StatusFound)
			return
		}
		htmlPage(w, article)
	}, want: Alive},

	// Redirects.
	{name: "permanent redirect", http: redirect(301, "/elders"), want: Moved, moved: "/elders"},
	{name: "308", http: redirect(308, "/elders?a=é\x9b"), want: Moved, moved: "/elders?a=%C3%A9%9B"},
	{name: "temporary redirect", http: redirect(302, "/elders"), want: Alive},
	{name: "relative redirect", http: redirect(301, "../a/./b"), want: Moved, moved: "/a/b"},
	{name: "redirect without scheme", http: redirect(301, "//localhost:{port}/b"), want: Moved, moved: "/b"},
	{name: "redirect to another host", http: redirect(301, "http://localhost:{port}/elders"), want: Moved, moved: "http://localhost:"},
	{name: "redirect chain", http: chain(8), want: Moved, moved: "/page8"},
	{name: "redirects without end", http: chain(1000), want: Unreachable, reason: "without end"},
	{name: "redirect loop", http: func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, map[string]string{"/page": "/b", "/b": "/page"}[r.URL.Path], 302)
	}, want: Unreachable, reason: "in a circle"},
	{name: "redirect to itself by fragment", http: redirect(301, "#deel"), want: Unreachable, reason: "in a circle"},
	{name: "a new cookie for each turn", http: func(w http.ResponseWriter, r *http.Request) {
		http.SetCookie(w, &http.Cookie{Name: "n", Value: rand.Text()})
		http.Redirect(w, r, r.URL.Path, http.StatusFound)
	}, want: Unreachable, reason: "without end"},
	{name: "redirect to a private number", http: redirect(302, "http://10.0.0.1/"), want: Unreachable, reason: "private"},
	{name: "redirect to link-local", http: redirect(301, "http://169.254.169.254/latest/meta-data"), want: Unreachable, reason: "private"},
	{name: "redirect to a private number inside IPv6", http: redirect(302, "http://[::ffff:192.168.0.1]/"), want: Unreachable, reason: "private"},
	{name: "redirect to a name of a private number", http: redirect(302, "http://binnen.test/"), want: Unreachable, reason: "private"},
	{name: "redirect to a file", http: redirect(301, "file:/etc/passwd"), want: Unreachable, reason: "not of the web"},
	{name: "redirect with a password", http: redirect(301, "http://a:b@localhost:{port}/"), want: Unreachable, reason: "password"},
	{name: "redirect to nowhere", http: status(302), want: Unreachable, reason: "without destination"},
	{name: "redirect to nonsense", http: redirect(302, "http://%zz:x/"), want: Unreachable, reason: "cannot be read"},
	{name: "redirect that is too long", http: redirect(302, "/"+strings.Repeat("a", 9000)), want: Unreachable, reason: "cannot be read"},
	{name: "redirect to 404", http: func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/page" {
			http.Redirect(w, r, "/weg", 301)
			return
		}
		w.WriteHeader(404)
	}, want: Gone},
	{name: "redirect to the home page", http: redirect(302, "/"), want: Soft404, reason: "home page"},
	{name: "redirect to the home page in Dutch", http: redirect(301, "/nl/"), want: Soft404, reason: "home page"},
	{name: "home may redirect home", http: func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/" {
			http.Redirect(w, r, "/nl/", 302)
			return
		}
		htmlPage(w, article)
	}, address: "http://{host}", want: Alive},
	{name: "meta refresh at once", http: refresh("0; url='/elders'"), want: Moved, moved: "/elders"},
	{name: "meta refresh soon", http: refresh("3;URL=/elders"), want: Alive},
	{name: "meta refresh of a news page", http: refresh("300"), want: Alive},
	{name: "meta refresh in a circle", http: func(w http.ResponseWriter, r *http.Request) {
		htmlPage(w, `<meta http-equiv=refresh content="0; url=`+map[string]string{"/page": "/b", "/b": "/page"}[r.URL.Path]+`">`)
	}, want: Unreachable, reason: "in a circle"},
	{name: "meta refresh to itself", http: says200(`<meta http-equiv=refresh content="0; url=/page">` + article), want: Alive},
	{name: "meta refresh without script", http: says200(`<noscript><meta http-equiv=refresh content="0; url=/weg"></noscript>` + article), want: Alive},

	// Bodies.
	{name: "endless body", raw: forever(okHTML+"\r\n"+article, strings.Repeat("a b ", 4096), 0), want: Alive},
	{name: "body that drips", raw: forever(okHTML+"\r\n"+article, "a", 20*time.Millisecond), want: Alive, reason: "first part: timeout"},
	{name: "no body", http: func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Type", "text/html") }, want: Soft404, reason: "empty"},
	{name: "204", http: func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(204) }, want: Soft404, reason: "empty"},
	{name: "body shorter than it says", raw: forGET(bytesOnly(okHTML + "Content-Length: 99999\r\n\r\n" + article)), want: Alive, reason: "first part"},
	{name: "no byte of the body it says", raw: forGET(bytesOnly(okHTML + "Content-Length: 99999\r\n\r\n")), want: Unreachable, reason: "broken off"},
	{name: "body longer than it says", raw: forGET(bytesOnly(okHTML + "Content-Length: 5\r\n\r\n" + article)), want: Alive},
	{name: "two lengths", raw: forGET(bytesOnly(okHTML + "Content-Length: 5\r\nContent-Length: 7\r\n\r\n" + article)), want: Unreachable, reason: "not understandable"},
	{name: "negative length", raw: forGET(bytesOnly(okHTML + "Content-Length: -5\r\n\r\n" + article)), want: Unreachable, reason: "not understandable"},
	{name: "wrong charset", http: func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-16")
		io.WriteString(w, article)
	}, want: Alive},
	{name: "charset that is none", http: func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=\"; x")
		io.WriteString(w, "<title>\xff\xfe\x00</title>"+article)
	}, want: Alive},
	{name: "soft 404 in UTF-16", http: func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-16le")
		for _, r := range "<title>Pagina niet gevonden</title>tekst" {
			w.Write([]byte{byte(r), 0})
		}
	}, want: Soft404},
	{name: "gzip that is none", http: func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		htmlPage(w, article)
	}, want: Unreachable, reason: "not understandable"},
	{name: "gzip bomb", http: gzipBomb, want: Alive},
	{name: "encoding that nobody asked for", http: func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "br")
		htmlPage(w, "\x1b\x00\x01\x02")
	}, want: Alive},
	{name: "chunks that are none", raw: forGET(bytesOnly(okHTML + "Transfer-Encoding: chunked\r\n\r\nzz\r\n" + article)), want: Unreachable, reason: "not understandable"},
	{name: "chunks that stop", raw: forGET(bytesOnly(okHTML + "Transfer-Encoding: chunked\r\n\r\n5\r\n<p>aa\r\nfffff\r\nb")), want: Alive, reason: "first part"},
	{name: "closed in the middle", raw: forGET(bytesOnly("HTTP/1.1 200 OK\r\nContent-Ty")), want: Unreachable, reason: "not understandable"},
	{name: "reset", socket: true, raw: func(c net.Conn, _ *http.Request) { c.(*net.TCPConn).SetLinger(0) }, want: Unreachable, reason: "broken off"},
	{name: "closed at once", raw: func(net.Conn, *http.Request) {}, want: Unreachable, reason: "broken off"},
	{name: "nested without end", http: says200(strings.Repeat("<div><svg><h1>", 60_000)), want: Alive},

	// Headers.
	{name: "no headers come", raw: func(c net.Conn, _ *http.Request) { io.Copy(io.Discard, c) }, want: Unreachable, reason: "timeout"},
	{name: "headers that drip", raw: forever("HTTP/1.1 200 OK\r\n", "A: b\r\n", 20*time.Millisecond), want: Unreachable, reason: "timeout"},
	{name: "headers without end", raw: forever("HTTP/1.1 200 OK\r\n", "A: "+strings.Repeat("b", 4000)+"\r\n", 0), want: Unreachable, reason: "headers are too large"},
	{name: "status line that is none", raw: bytesOnly("\x1b[2J HELLO\r\n\r\n"), want: Unreachable, reason: "not understandable"},
	{name: "another protocol", raw: bytesOnly("SSH-2.0-OpenSSH_9.9\r\n"), want: Unreachable, reason: "not understandable"},
	{name: "100 for ever", raw: forever("", "HTTP/1.1 100 Continue\r\n\r\n", 0), want: Unreachable, reason: "headers are too large"},
	{name: "103 for ever, slowly", raw: forever("", "HTTP/1.1 103 Early Hints\r\n\r\n", 300*time.Millisecond), want: Unreachable},
	{name: "101", raw: bytesOnly("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n"), want: Unreachable},

	// Statuses.
	{name: "HEAD 405", http: headIs(405, says200(article)), want: Alive},
	{name: "HEAD 404 but GET 200", http: headIs(404, says200(article)), want: Alive},
	{name: "HEAD hangs up", http: func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodHead {
			panic(http.ErrAbortHandler)
		}
		htmlPage(w, article)
	}, want: Alive},
	{name: "HEAD 200 but GET 404", http: func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		if r.Method == http.MethodGet {
			w.WriteHeader(404)
		}
	}, want: Gone},
	{name: "HEAD 200 but GET 404, of unknown type", raw: func(c net.Conn, r *http.Request) {
		code := map[string]string{"HEAD": "200 OK", "GET": "404 Not Found"}[r.Method]
		io.WriteString(c, "HTTP/1.1 "+code+"\r\nConnection: close\r\n\r\n")
	}, want: Gone},
	{name: "400", http: status(400), want: Blocked},
	{name: "401", http: status(401), want: Blocked, reason: "401 Unauthorized"},
	{name: "402", http: status(402), want: Paywall},
	{name: "403", http: status(403), want: Blocked},
	{name: "404", http: status(404), want: Gone, reason: "404 Not Found"},
	{name: "410", http: status(410), want: Gone},
	{name: "418", http: status(418), want: Blocked},
	{name: "451", http: status(451), want: Blocked},
	{name: "999", http: status(999), want: Blocked},
	{name: "500", http: status(500), want: Unreachable, reason: "500"},
	{name: "500 and then 200", http: counted(status(500), status(500), says200(article)), want: Alive},
	{name: "429 and then 200", http: counted(retryAfter(429, "1"), says200(article)), want: Alive},
	{name: "429 for ever", http: retryAfter(429, "0"), want: Blocked, reason: "429", hits: 3},
	{name: "429 until tomorrow", http: retryAfter(429, "86400"), want: Blocked, reason: "429", hits: 1},
	{name: "503 until 2099", http: retryAfter(503, "Thu, 01 Jan 2099 00:00:00 GMT"), want: Unreachable, reason: "503", hits: 1},
	{name: "503 for ever", http: retryAfter(503, "soon"), want: Unreachable, reason: "503", hits: 3},
	{name: "304 to no condition", http: status(304), want: Unreachable},

	// Pages that are not what they seem.
	{name: "soft 404 in Dutch", http: says200(`<title>Pagina niet gevonden - Gemeente</title>` + longText), want: Soft404, reason: "says"},
	{name: "soft 404 in English", http: says200(`<title>Acme</title><h1>Sorry, the page you are looking for can't be found.</h1>`), want: Soft404, reason: "says"},
	{name: "the same page for everything", whole: func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			w.WriteHeader(404)
			return
		}
		htmlPage(w, "<title>Acme</title>"+longText+r.URL.Path)
	}, want: Soft404, reason: "the same page"},
	{name: "another page than for nonsense", whole: func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/page":
			htmlPage(w, article+longText)
		default:
			htmlPage(w, "<title>Acme</title>"+longText)
		}
	}, want: Alive},
	{name: "cookie wall", whole: says200("<title>Cookie-instellingen | Krant</title>" + longText), want: Blocked, reason: "cookie wall"},
	{name: "robot wall", http: func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(503)
		fmt.Fprint(w, "<title>Just a moment...</title>")
	}, want: Blocked, reason: "robots"},
	{name: "robot wall by header", http: func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Cf-Mitigated", "challenge")
		w.WriteHeader(503)
	}, want: Blocked, reason: "robots"},
	{name: "article for subscribers", http: says200(article + `<script type="application/ld+json">{"isAccessibleForFree": "False"}</script>`), want: Paywall},

	// robots.txt.
	{name: "robots disallow us", whole: robots(says200("User-agent: *\nDisallow:\n\nUser-Agent: Wijzer-Links\nDisallow: /p*e$\n")), want: Blocked, reason: "robots.txt does not allow", hits: 0},
	{name: "robots disallow others", whole: robots(says200("User-agent: GPTBot\nDisallow: /\n")), want: Alive},
	{name: "robots disallow where a redirect leads", http: redirect(302, "http://dicht.test:{port}/elders"), want: Blocked, reason: "robots.txt"},
	{name: "robots without end", whole: robots(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain")
		fmt.Fprint(w, "User-agent: *\nDisallow: /geheim\n")
		for err := error(nil); err == nil; {
			_, err = fmt.Fprint(w, "# "+strings.Repeat("a", 9000)+"\n")
		}
	}), want: Alive},
	{name: "robots that are hard to match", whole: robots(says200("User-agent: *\n" + strings.Repeat("Disallow: /"+strings.Repeat("*a", 240)+"\n", 500))), want: Alive},
	{name: "robots in HTML", whole: robots(says200(article + "\nDisallow: /page\n")), want: Alive},
	{name: "robots 403", whole: robots(status(403)), want: Alive},
	{name: "robots 500", whole: robots(status(500)), want: Blocked, reason: "robots.txt: 500"},
	{name: "robots that do not come", whole: robots(func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }), want: Unreachable, reason: "robots.txt: timeout"},
	{name: "robots in a circle", whole: robots(func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/robots.txt", 302) }), want: Alive},

	// Connections and names.
	{name: "certificate of somebody unknown", tls: func(c *tls.Config) { c.Certificates = []tls.Certificate{strangers} }, want: Unreachable, reason: "vouches"},
	{name: "certificate that has expired", tls: func(c *tls.Config) { c.Certificates = []tls.Certificate{expired} }, want: Unreachable, reason: "expired"},
	{name: "certificate of another host", tls: func(c *tls.Config) { c.Certificates = []tls.Certificate{others} }, want: Unreachable, reason: "another host"},
	{name: "certificate in order", tls: func(c *tls.Config) { c.Certificates = []tls.Certificate{good} }, want: Alive},
	{name: "TLS of long ago", tls: func(c *tls.Config) { c.Certificates = []tls.Certificate{good}; c.MaxVersion = tls.VersionTLS11 }, want: Unreachable, reason: "no agreement"},
	{name: "TLS that is none", http: says200(article), address: "https://{host}/page", want: Unreachable, reason: "tls: no agreement"},
	{name: "nobody listens", none: true, address: "http://127.0.0.1:1/page", want: Unreachable, reason: "connection refused"},
	{name: "no such name", none: true, address: "http://bestaat-niet.test/", want: Unreachable, reason: "dns: no such host"},
	{name: "name server fails", none: true, address: "http://stuk.test/", want: Unreachable, reason: "dns: the name server fails"},
	{name: "name server does not answer", none: true, address: "http://traag.test/", want: Unreachable, reason: "timeout"},
	{name: "name without numbers", none: true, address: "http://leeg.test/", want: Unreachable, reason: "dns: no such host"},
	{name: "name of a private number", none: true, address: "http://binnen.test/", want: Unreachable, reason: "private"},
	{name: "name of a public and a private number", none: true, address: "http://gemengd.test/", want: Unreachable, reason: "private"},
	{name: "private number", none: true, address: "http://192.168.1.1/", want: Unreachable, reason: "private"},
	{name: "host in its own script", http: says200(article), address: "http://bücher.test:{port}/page", want: Alive},
	{name: "IPv6 literal of link-local", none: true, address: "http://[fe80::1]/", want: Unreachable, reason: "private"},
	{name: "file", none: true, address: "file:/etc/passwd", want: Unreachable, reason: "not of the web"},
	{name: "password", none: true, address: "https://a:b@example.org/", want: Unreachable, reason: "password"},
	{name: "no host", none: true, address: "http:///a", want: Unreachable, reason: "no host"},
	{name: "no address", none: true, address: "://", want: Unreachable, reason: "cannot be read"},
}

func chain(length int) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		n := 0
		fmt.Sscanf(r.URL.Path, "/page%d", &n)
		if n == length {
			htmlPage(w, article)
			return
		}
		http.Redirect(w, r, fmt.Sprintf("/page%d", n+1), http.StatusMovedPermanently)
	}
}

func refresh(content string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/page" {
			htmlPage(w, `<META HTTP-EQUIV="Refresh" CONTENT="`+content+`">`)
		}
		htmlPage(w, article)
	}
}

func headIs(code int, get http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodHead {
			w.WriteHeader(code)
			return
		}
		get(w, r)
	}
}

func retryAfter(code int, value string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", value)
		w.WriteHeader(code)
	}
}

func robots(file http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/robots.txt":
			file(w, r)
		case "/page":
			htmlPage(w, article)
		default:
			w.WriteHeader(404)
		}
	}
}

func gzipBomb(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Encoding", "gzip")
	w.Header().Set("Content-Type", "text/html")
	if r.Method == http.MethodGet {
		w.Write(bomb)
	}
}

// bomb is 64 MiB of spaces after a page, in some 64 KiB.
var bomb = func() []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	io.WriteString(z, article)
	for range 64 {
		z.Write(bytes.Repeat([]byte(" "), 1<<20))
	}
	z.Close()
	return b.Bytes()
}()
