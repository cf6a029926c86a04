package browser

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

// named is a line of a record that names an organisation: a name is of no language.
var named = regexp.MustCompile(`(?m)^[ -]*(?:publisher|literal|authority|container-title): *['"]?(.+?)['"]?$`)

// names returns a replacer that takes the names of organisations out of a text.
func names(t *testing.T) *strings.Replacer {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(root, "data", "sources", "*.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var pairs []string
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range named.FindAllStringSubmatch(string(src), -1) {
			short, _, _ := strings.Cut(m[1], " (") // the name, and without its abbreviation
			pairs = append(pairs, m[1], "", short, "")
		}
	}
	return strings.NewReplacer(pairs...)
}

// WCAG 3.1.2: what is in another language than its page says so, on all pages. Looked for are texts with the little words
// of another language and none of their own.
func TestEveryPartSaysItsLanguage(t *testing.T) {
	t.Parallel()
	type said struct{ text, lang string }
	pages := map[said]string{}
	for _, file := range everyFile(t) {
		eachSaid(t, file, func(words, lang string) { pages[said{words, lang}] = file })
	}
	s, _ := site.Load(os.DirFS(root))
	langs := text.NewLanguages(site.ByLanguage(s, func(lang string) []string { return s.Lexicon(lang).Phrases("stop_words") }))
	names := names(t)
	for one, file := range pages {
		one.text = names.Replace(one.text)
		if langs.IsForeign(one.text, one.lang) || langs.Of(one.text, one.lang) != one.lang {
			t.Errorf("%s: in another language than %q: %q", file, one.lang, one.text)
		}
	}
	t.Logf("%d texts", len(pages))
}

// eachSaid visits the texts of a built page, each with the language that is said of it.
func eachSaid(t *testing.T, file string, visit func(text, lang string)) {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	page, err := html.Parse(f)
	if err != nil {
		t.Fatal(err)
	}
	var walk func(n *html.Node, lang string)
	walk = func(n *html.Node, lang string) {
		if n.Type == html.TextNode {
			visit(n.Data, lang)
		}
		if n.Data == "script" || n.Data == "pre" { // what a machine reads, and what a program prints
			return
		}
		for _, a := range n.Attr {
			if a.Key == "lang" {
				lang = a.Val
			}
		}
		for child := range n.ChildNodes() {
			walk(child, lang)
		}
	}
	walk(page, "")
}
