package check

import (
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/schema"
)

var _ = register(Rule{
	ID:       "lexicon-schema",
	Title:    "a word list that does not fit its schema",
	Why:      "A list of the wrong form is passed over, and the rule that needs it falls silent.",
	Wrong:    "counted: fietsers",
	Right:    "counted: [fietsers]",
	Mend:     "write the list as the hint says; tools/internal/schema/data-lexicon.json describes the file.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		s, _ := schema.Get("data-lexicon")
		for _, lang := range p.Languages {
			if x := p.Lexicon(lang); x != nil {
				reportFaults(p, s, x.Doc)
			}
		}
	},
})
