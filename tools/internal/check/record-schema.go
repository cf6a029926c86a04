package check

import (
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/schema"
)

var _ = register(Rule{
	ID:       "record-schema",
	Title:    "a record does not fit its schema",
	Why:      "Pages are made from records; a missing source or a misspelt key would show up, or not show up, on every page that uses it.",
	Wrong:    "value: {xx: minstens 70}\ncount: {xx: actieven}",
	Right:    "value: {xx: minstens 70}\ncounts: {xx: actieven}",
	Mend:     "follow the hint; the schemas stand in tools/internal/schema/ and an editor with a YAML plug-in completes from them.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		for _, r := range p.Records {
			if s, ok := schema.Get(r.Kind); ok {
				reportFaults(p, s, r.Doc)
			}
		}
	},
})
