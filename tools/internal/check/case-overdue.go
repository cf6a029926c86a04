package check

import "comwijzer/tools/internal/diag"

var _ = register(Rule{
	ID:       "case-overdue",
	Title:    "a legal case whose day of review has passed",
	Why:      "A suspect may have been acquitted since; an old status does wrong to people.",
	Wrong:    `review_by: 2026-05-20   # today is later`,
	Right:    `review_by: 2027-05-20`,
	Mend:     "look the case up, correct status, status_text and as_of, write today under reviewed_on and set a new review_by.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		for _, r := range p.RecordsOf("case") {
			if days, ok := p.daysSince(r.Text("review_by", "")); ok && days > 0 {
				p.Report(r.Position("/review_by"), "look the case up, then set a new day", "review of case %q was due on %s", r.ID, r.Text("review_by", ""))
			}
		}
	},
})
