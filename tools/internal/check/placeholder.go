package check

import (
	"comwijzer/tools/internal/diag"
)

var _ = register(Rule{
	ID:       "placeholder",
	Title:    "a word of the list `placeholders`: what was to be filled in, or a remark of a word processor",
	Why:      "Readers would get a note that was meant for the writer, in the place of what they came for.",
	Wrong:    "Bel [invullen] voor hulp. TODO: bron zoeken.",
	Right:    "Bel [de hulplijn](contact:113) voor hulp.",
	Mend:     "fill it in, or leave it out until it is known. The list stands in `data/lexicon/`.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		words := p.Words("placeholders")
		for t := range p.Passages() {
			for _, m := range words[t.Lang].Find(t.Text) {
				if !t.IsCode(m.From) {
					p.Report(t.At(m.From), "fill it in, or leave it out", "%q is no text for readers", t.Text[m.From:m.To])
				}
			}
		}
	},
})
