package browser

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/yaml"
)

// firstResults is how far a reader looks.
const firstResults = 3

// question is one line of the reader's test in one language.
type question struct {
	by      string
	text    string
	answers []string // addresses of the pages that answer it
}

// The reader's test: what people ask of search gives a page that answers it among the first results.
func TestReadersFindTheAnswer(t *testing.T) {
	t.Parallel()
	if err := buildSite(); err != nil {
		t.Fatal(err)
	}
	s := loadSite(t)
	for _, lang := range s.Languages {
		t.Run(lang, func(t *testing.T) {
			questions := questionsIn(t, s, lang)
			var missed []string
			texts := make([]tuned, len(questions))
			for n, q := range questions {
				texts[n].Q = q.text
			}
			for n, answer := range ask(t, lang, texts) {
				q, found := questions[n], []string{}
				for _, r := range answer.Results {
					found = append(found, r.Page)
				}
				if !slices.ContainsFunc(found, func(path string) bool { return slices.Contains(q.answers, path) }) {
					missed = append(missed, fmt.Sprintf("  %s: %q\n    want one of %s\n    got         %s", q.by, q.text, strings.Join(q.answers, " "), strings.Join(found, " ")))
				}
			}
			if len(missed) > 0 {
				t.Errorf("%d of %d questions have no answer among the first %d results:\n%s", len(missed), len(questions), firstResults, strings.Join(missed, "\n"))
			}
		})
	}
}

// results types a query on the search page and returns the paths of the first
// results, once they are drawn.
func (tb *tab) results(query string) []string {
	tb.t.Helper()
	return eval[[]string](tb, fmt.Sprintf(`(async () => {
		const form = document.querySelector("[data-search-page] [data-search]"), own = document.querySelector(".results-own");
		form.querySelector("input").value = %q;
		form.requestSubmit();
		while (own.ariaBusy === "true") await new Promise((soon) => setTimeout(soon, 5));
		return [...document.querySelectorAll("[data-search-results=own] .result__link")].slice(0, %d).map((a) => a.pathname);
	})()`, query, firstResults), chromedp.EvalAwaitPromise)
}

func loadSite(t *testing.T) *site.Site {
	t.Helper()
	s, found := site.Load(os.DirFS(root))
	if diag.HasErrors(found) {
		t.Fatal(found)
	}
	return s
}

// listIn reads a list of the tests.
func listIn(t *testing.T, name string) *yaml.Doc {
	t.Helper()
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := yaml.Parse(src, diag.Position{File: name, Line: 1})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// questionsIn reads the questions in one language. A page or a heading that is
// not there, or a language without the question, fails the test.
func questionsIn(t *testing.T, s *site.Site, lang string) []question {
	t.Helper()
	const name = "testdata/questions.yaml"
	doc := listIn(t, name)
	items, _ := doc.Value.([]any)
	var out []question
	for i, item := range items {
		m, _ := item.(map[string]any)
		at := doc.Position(yaml.Pointer(fmt.Sprint(i)))
		q := question{}
		q.by, _ = m["for"].(string)
		q.text, _ = m[lang].(string)
		answers, _ := m["answer"].([]any)
		if q.by == "" || q.text == "" || len(answers) == 0 {
			t.Errorf("%s: a question has for, a text per language and answer", at)
		}
		for _, a := range answers {
			path, heading, _ := strings.Cut(fmt.Sprint(a), "#")
			if p := s.Page(lang, path); p != nil && heading != "" && !hasHeading(p, heading) && !s.Redirected(path, heading) {
				t.Errorf("%s: page %q has no heading %q in %q", at, path, heading, lang)
			}
			switch url, gone := addressOf(s, lang, path); {
			case url != "":
				q.answers = append(q.answers, url)
			case !gone:
				t.Errorf("%s: no page %q in %q", at, path, lang)
			}
		}
		if len(q.answers) > 0 {
			out = append(out, q)
		}
	}
	if len(out) == 0 {
		t.Fatalf("%s has no questions", name)
	}
	return out
}

// addressOf returns where what a list calls by its path stands today: what was renamed under its new name, what was retired
// at its successor. What is gone for good has no address, and nobody asks for it any more.
func addressOf(s *site.Site, lang, path string) (url string, gone bool) {
	for _, r := range s.Redirects().Names {
		if s.PathOf(r.Kind, r.Was) == path {
			path = s.PathOf(r.Kind, r.Now)
		}
	}
	for _, g := range s.Gone() {
		switch {
		case g.Lang != lang || g.Path != path:
		case g.Successor == "":
			return "", true
		default:
			path = s.PathOf(g.Of, g.Successor)
		}
	}
	return s.Address(lang, path), false
}

func hasHeading(p *site.Page, id string) bool {
	for _, h := range p.Doc.Headings {
		if h.ID == id {
			return true
		}
	}
	return false
}

// Every section that a wording can ask for is a section of the site, or those for whom a page can be.
func TestSearchAsksForSectionsThatExist(t *testing.T) {
	t.Parallel()
	s := loadSite(t)
	for _, lang := range s.Languages {
		for section := range s.Lexicon(lang).Lists("asks") {
			if s.Page(lang, "/"+section) == nil && !slices.Contains(s.Config.Params.Audiences, section) {
				t.Errorf("%s: asks names %q, which is no section and no audience", s.Lexicon(lang).File, section)
			}
		}
		for id := range s.Lexicon(lang).Lists("asked") {
			if s.Signal(id) == nil && s.Record("gap", id) == nil && s.Record("contact", id) == nil {
				t.Errorf("%s: asked names %q, which is no signal, gap or contact", s.Lexicon(lang).File, id)
			}
		}
	}
}
