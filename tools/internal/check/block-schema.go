package check

import (
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/schema"
)

var _ = register(Rule{
	ID:       "block-schema",
	Title:    "a fenced block does not fit its schema",
	Why:      "A misspelt key or a missing value would leave something out without a word.",
	Wrong:    "```figures\ntopics: leeftijd\n```",
	Right:    "```figures\ntopic: leeftijd\n```",
	Mend:     "follow the hint; the schemas stand in tools/internal/schema/block-*.json.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		for _, page := range p.Pages {
			for i, doc := range page.Blocks {
				if s, ok := schema.Get("block-" + page.Doc.Blocks[i].Kind); ok && doc != nil {
					reportFaults(p, s, doc)
				}
			}
		}
	},
})
