package check

import (
	"fmt"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

var _ = register(Rule{
	ID:       "form-foreign",
	Title:    "a form that is another term in another language",
	Why:      "The two editions then call different things by one word. Readers of both, and search over both, meet a false friend.",
	Wrong:    "forms: [velg]   # elsewhere, in another language, the title of another term",
	Right:    "forms: [velg]   # elsewhere, in another language, the title of the same term",
	Mend:     "give the form to the same term in both languages, or leave it out of one.",
	Severity: diag.Warning,
	Source: func(p *Pass) {
		owners := map[string]map[string]*site.Term{} // form → language → term
		eachForm(p, func(t *site.Term, page *site.Page, form string) {
			key := strings.ToLower(form)
			if owners[key] == nil {
				owners[key] = map[string]*site.Term{}
			}
			owners[key][page.Lang] = t
		})
		eachForm(p, func(t *site.Term, page *site.Page, form string) {
			for _, lang := range p.Languages {
				if other := owners[strings.ToLower(form)][lang]; other != nil && other != t && lang > page.Lang {
					p.Report(page.FormPosition(form), fmt.Sprintf("give it to one of the two in both languages, or leave it out of %q", t.ID),
						"%q is a form of term %q in language %q", form, other.ID, lang)
				}
			}
		})
	},
})

// eachForm visits every form of every term in every language.
func eachForm(p *Pass, visit func(t *site.Term, page *site.Page, form string)) {
	for _, t := range p.Terms {
		for _, lang := range p.Languages {
			if page := t.Pages[lang]; page != nil {
				for _, form := range page.Forms() {
					visit(t, page, form)
				}
			}
		}
	}
}
