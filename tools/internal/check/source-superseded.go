package check

import (
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

var _ = register(Rule{
	ID:       "source-superseded",
	Title:    "a citation of a work that a later one replaces",
	Why:      "Readers would take last year's figure or rule for the present one.",
	Wrong:    `… in drie delen. [hfst. 1](cite:fietsatlas-2025)`,
	Right:    `… in drie delen. [hfst. 1](cite:fietsatlas-2026)`,
	Mend:     "compare the claim with the newer work and cite that; where the text is about the old state of things, allow it there.",
	Severity: diag.Warning,
	Source: func(p *Pass) {
		eachSourceRef(p, func(ref site.Ref, place string) {
			r := p.Record("source", ref.ID)
			if r == nil || r.Text("superseded_by", "") == "" {
				return
			}
			p.Report(ref.Position, "compare the claim with the newer work and cite that",
				"%s rests on source %q, which %q replaces", place, ref.ID, r.Text("superseded_by", ""))
		})
	},
})
