package check

import (
	"fmt"
	"strings"

	"comwijzer/tools/internal/glossary"
)

var _ = register(Rule{
	ID:       "form-foreign",
	Title:    "a form that is another term in another language",
	Why:      "The two editions then call different things by one word. Readers of both, and search over both, meet a false friend.",
	Wrong:    "forms: [velg]   # elsewhere, in another language, the title of another term",
	Right:    "forms: [velg]   # elsewhere, in another language, the title of the same term",
	Mend:     "give the form to the same term in both languages, or leave it out of one.",
	Set:      GlossaryRules,
	Severity: Warning,
	Source: func(p *Pass) {
		owners := map[string]map[string]*glossary.Term{} // form → language → term
		for e := range p.Entries() {
			for _, form := range e.Names() {
				key := strings.ToLower(form)
				if owners[key] == nil {
					owners[key] = map[string]*glossary.Term{}
				}
				owners[key][e.Lang] = e.Term
			}
		}
		for e := range p.Entries() {
			for _, form := range e.Names() {
				reportForeign(p, e, form, owners[strings.ToLower(form)])
			}
		}
	},
})

func reportForeign(p *Pass, e *glossary.Entry, form string, owners map[string]*glossary.Term) {
	for _, lang := range p.Languages {
		if other := owners[lang]; other != nil && other != e.Term && lang > e.Lang {
			p.Report(e.At(form), fmt.Sprintf("give it to one of the two in both languages, or leave it out of %q", e.Term.ID),
				"%q is a form of term %q in language %q", form, other.ID, lang)
		}
	}
}
