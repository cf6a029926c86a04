package check

import (
	"strings"

	"comwijzer/tools/internal/built"
)

var _ = register(RenderedRules, Error, Rule{
	ID:    "built-lang",
	Title: "a rendered page that does not say its language",
	Why:   "A screen reader reads Dutch with an English voice when the page does not tell (WCAG 3.1.1).",
	Wrong: `<html>`,
	Right: `<html lang="xx">`,
	Mend:  "set lang on <html> in the layout, to the page's language.",
	Page: func(p *BuiltPass) func(*built.Page) {
		return func(page *built.Page) {
			want := p.Source.LanguageOf(page.URL)
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
