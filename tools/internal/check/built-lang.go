package check

import (
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
)

var _ = register(Rule{
	ID:       "built-lang",
	Title:    "a rendered page that does not say its language",
	Why:      "A screen reader reads Dutch with an English voice when the page does not tell (WCAG 3.1.1).",
	Wrong:    `<html>`,
	Right:    `<html lang="xx">`,
	Mend:     "set lang on <html> in the layout, to the page's language.",
	Severity: diag.Error,
	Built: func(p *BuiltPass) {
		for _, page := range p.Pages {
			want := p.languageOf(page.URL)
			base, _, _ := strings.Cut(page.Lang.Value, "-")
			switch {
			case page.Lang.Value == "":
				p.Report(page.Lang.Position, "set lang=\""+want+"\" on <html>", "no language on <html>")
			case base != want:
				p.Report(page.Lang.Position, "set lang=\""+want+"\"", "language %q on a page of language %q", page.Lang.Value, want)
			}
		}
	},
})

// languageOf tells a page's language by its address: the default language
// has no folder of its own.
func (p *BuiltPass) languageOf(url string) string {
	first, _, _ := strings.Cut(strings.TrimPrefix(url, "/"), "/")
	if slices.Contains(p.Source.Languages, first) {
		return first
	}
	return p.Source.DefaultLanguage()
}
