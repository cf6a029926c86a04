package check

import (
	"comwijzer/tools/internal/schema"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "block-unknown",
	Title:    "a fenced block of a kind that does not exist",
	Why:      "The page would show the block's YAML instead of what it stands for.",
	Wrong:    "```figure\ntopic: leeftijd\n```",
	Right:    "```figures\ntopic: leeftijd\n```",
	Mend:     "correct the word behind the fence; for literal text use the kind text.",
	Set:      StructureRules,
	Severity: Error,
	Source: func(p *Pass) {
		known := append(schema.Names("block-"), "text")
		for _, page := range p.Pages {
			for _, b := range page.Doc.Blocks {
				if _, ok := schema.Get("block-" + b.Kind); !ok && b.Kind != "text" {
					p.Report(b.Position, text.DidYouMean(b.Kind, known, "use text for literal text"), "unknown block kind %q", b.Kind)
				}
			}
		}
	},
})
