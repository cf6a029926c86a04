package check

import (
	"fmt"
	"strings"

	"comwijzer/tools/internal/glossary"
)

var _ = register(GlossaryRules, Error, Rule{
	ID:    "alias-collision",
	Title: "a form that two terms of one language share, or of two",
	Why:   "Search and links cannot tell which of the two is meant. Where the terms are of two languages, the editions call different things by one word: a false friend.",
	Wrong: "forms: [band]   # also a form of another term",
	Right: "forms: [banden]",
	Mend:  "give the form to one of the terms and name the other under see; of two languages, give it to the same term in both, or leave it out of one.",
	Source: func(p *Pass) {
		owner, avoided := map[string]*glossary.Term{}, map[string]*glossary.Term{}
		for e := range p.Entries() {
			for _, word := range e.Avoid {
				avoided[e.Lang+" "+word.Term] = e.Term
			}
		}
		for e := range p.Entries() {
			for _, form := range e.Names() {
				key := e.Lang + " " + strings.ToLower(form)
				if other := avoided[e.Lang+" "+form]; other != nil {
					p.Report(e.At(form), "leave it out, or out of avoid", "%q is a word to avoid of term %q", form, other.ID)
					continue
				}
				if other := owner[key]; other != nil && other != e.Term {
					p.Report(e.At(form), fmt.Sprintf("leave it to one of the two and link them with see: [%s]", other.ID),
						"%q is also a form of term %q", form, other.ID)
					continue
				}
				owner[key] = e.Term
			}
		}
		for e := range p.Entries() {
			for _, form := range e.Names() {
				reportForeign(p, e, form, owner)
			}
		}
	},
})

// reportForeign reports a form that is another term in another language.
func reportForeign(p *Pass, e *glossary.Entry, form string, owner map[string]*glossary.Term) {
	for _, lang := range p.Languages {
		if other := owner[lang+" "+strings.ToLower(form)]; other != nil && other != e.Term && lang > e.Lang {
			p.As(Warning).Report(e.At(form), fmt.Sprintf("give it to one of the two in both languages, or leave it out of %q", e.Term.ID),
				"%q is a form of term %q in language %q", form, other.ID, lang)
		}
	}
}
