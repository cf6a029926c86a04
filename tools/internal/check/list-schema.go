package check

import (
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/schema"
)

var _ = register(Rule{
	ID:       "list-schema",
	Title:    "a list in data/ does not fit its schema",
	Why:      "A misspelt key in data/domains.yaml or data/released.yaml would switch off what the list is for.",
	Wrong:    "alow:\n  press: [example.org]",
	Right:    "allow:\n  press: [example.org]",
	Mend:     "follow the hint; the schemas are tools/internal/schema/list-*.json.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		for name, list := range p.Lists() {
			s, _ := schema.Get("list-" + name)
			reportFaults(p, s, list.Doc)
		}
	},
})
