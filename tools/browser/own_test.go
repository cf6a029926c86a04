package browser

import (
	"fmt"
	"io/fs"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"comwijzer/tools/internal/build"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/starter"
)

// Sites of others, as wijzer new makes them: a word of one language, and what search finds for it there.
var ownSites = []struct {
	starter.Options
	queries map[string]string // by the start of the address, what to look for in the language of that page
}{
	{starter.Options{Name: "Mind the Step", Languages: []string{"en"}, Country: "GB"}, map[string]string{"/": "slippery"}},
	{starter.Options{Name: "Trittsicher", Languages: []string{"de", "en"}, Country: "DE"}, map[string]string{"/": "rutschgefahr", "/en/": "slippery"}},
	{starter.Options{Name: "Vaste voet", Languages: []string{"nl", "en", "de"}, Country: "NL"}, map[string]string{"/": "glijgevaar", "/en/": "slippery", "/de/": "rutschgefahr"}},
}

const below = "/sub/path" // where they stand

// Sites of others have no barrier, are found in, in each language and across, can be printed, work below a path, and have
// no word of this one. One of them, and one page in twenty, without -trial.
func TestSitesOfOthers(t *testing.T) {
	t.Parallel()
	for n, own := range ownSites {
		if n != 1 && !*trial {
			continue
		}
		t.Run(strings.Join(own.Languages, "+"), func(t *testing.T) {
			dir := ownSite(t, own.Options)
			server := httptest.NewServer(http.StripPrefix(below, pages(dir)))
			defer server.Close()
			texts := ownTexts(t, dir)
			tb := openAt(t, server.URL+below, "/", 1280, 900)
			for i, name := range slices.Sorted(maps.Keys(texts)) {
				if i%20 == 0 || *trial {
					tb.lookAt("/"+strings.TrimSuffix(name, "index.html"), inTurn(i, views...))
				}
			}
			for start, query := range own.queries {
				tb.findOwn(t, start, query)
			}
			strange(t, texts)
		})
	}
}

// ownSite makes a site and builds it, below a path.
func ownSite(t *testing.T, o starter.Options) (public string) {
	t.Helper()
	o.Today, o.URL = time.Now(), "https://own.example.org"+below
	dir := filepath.Join(t.TempDir(), "site")
	if err := starter.Make(dir, o); err != nil {
		t.Fatal(err)
	}
	r, err := build.Run(t.Context(), build.Options{Root: dir, Today: time.Now()})
	if err != nil {
		t.Fatal(err, r.Findings)
	}
	return r.Out
}

// ownTexts returns the pages of a built site.
func ownTexts(t *testing.T, dir string) map[string]string {
	t.Helper()
	texts := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, _ fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(name, ".html") {
			var text []byte
			text, err = os.ReadFile(filepath.Join(dir, name))
			texts[name] = string(text)
		}
		return err
	})
	if err != nil || len(texts) < 10 {
		t.Fatal(err, len(texts), "pages")
	}
	return texts
}

// lookAt looks for barriers on a page, and prints it.
func (tb *tab) lookAt(path string, views []view) {
	tb.t.Helper()
	tb.visit(path)
	title := eval[string](tb, `document.querySelector("h1").textContent.trim()`)
	tb.script(axe(tb.t))
	tb.judgeViews(path, views)
	if printed := squeezed(strings.Join(paper(tb), " ")); !strings.Contains(printed, squeezed(title)) {
		tb.t.Errorf("%s: %q is not on paper: %s", path, title, printed)
	}
}

// findOwn types a word on the page of its language, and on those of the others.
func (tb *tab) findOwn(t *testing.T, start, query string) {
	t.Helper()
	tb.visit(start)
	for _, page := range eval[[]string](tb, `[location.pathname, ...[...document.querySelectorAll("link[rel=alternate][hreflang]")].map((a) => new URL(a.href).pathname)]`) {
		tb.visit(strings.TrimPrefix(page, below))
		tb.click("[data-search] input")
		tb.press(strings.Split(query, "")...)
		tb.until(fmt.Sprintf(`[...document.querySelectorAll("[role=option]")].some((o) => o.dataset.href?.startsWith(%q))`, below+start))
	}
}

// strange fails for words of this site in another.
func strange(t *testing.T, texts map[string]string) {
	t.Helper()
	var words []string
	for _, word := range subject(loadSite(t)) {
		words = append(words, regexp.QuoteMeta(word))
	}
	ours := regexp.MustCompile(`(?i)\b(` + strings.Join(words, "|") + `)\b`)
	for name, text := range texts {
		if found := ours.FindAllString(text, -1); len(found) > 0 {
			t.Errorf("%s has words of this site: %q", name, slices.Compact(found))
		}
	}
}

// subject lists what a site is called and is about: its terms, sources, and the words of its rules on safety.
func subject(s *site.Site) []string {
	words := append([]string{s.Config.Title}, s.Config.Params.Groups.Terms...)
	for _, page := range s.Pages {
		if page.Type == "term" {
			words = append(words, page.Title)
		}
	}
	for _, record := range s.Records {
		if record.Kind == "source" {
			words = append(words, record.ID)
		}
	}
	for _, lang := range s.Languages {
		for _, list := range []string{"crisis", "crisis_names", "violence", "abused", "ordinary", "blaming", "harms"} {
			words = append(words, s.Lexicon(lang).Phrases(list)...)
		}
	}
	return words
}
