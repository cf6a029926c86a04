package check

import (
	"cmp"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

var _ = register(Rule{
	ID:       "source-withdrawn",
	Title:    "a citation of a work that has been withdrawn",
	Why:      "A claim that rests on a work its publisher took back must be looked at again, wherever it stands.",
	Wrong:    `… in drie delen. [hfst. 1](cite:ingetrokken-rapport)`,
	Right:    `… in drie delen. [hfst. 1](cite:fietsatlas)`,
	Mend:     "find another source for the claim or take the claim out; where the text is about the withdrawal itself, allow it there.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		eachSourceRef(p, func(ref site.Ref, place string) {
			r := p.Record("source", ref.ID)
			if r == nil || r.Map()["withdrawn"] == nil {
				return
			}
			m, _ := r.Map()["withdrawn"].(map[string]any)
			reasons, _ := m["reason"].(map[string]any)
			reason, _ := reasons[p.DefaultLanguage()].(string)
			p.Report(ref.Position, cmp.Or(reason, "find another source for the claim"),
				"%s rests on source %q, withdrawn on %v", place, ref.ID, m["on"])
		})
	},
})
