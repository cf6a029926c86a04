package check

import (
	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/diag"
)

var _ = register(Rule{
	ID:       "date-future",
	Title:    "a date in the future of something that has been",
	Why:      "Nobody has read, counted or checked anything tomorrow; such a date is a slip, and hides how old a fact is.",
	Wrong:    `checked: 2062-11-20`,
	Right:    `checked: 2026-11-20`,
	Mend:     "correct the date. Days that lie ahead by nature, such as review_by, are not looked at.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		eachDate(p, func(d dated) {
			date, err := cite.ParseDate(d.text)
			if err == nil && !d.ahead && p.liesAhead(date) {
				p.Report(d.Position, "correct the date", "%s %q lies in the future", d.key, d.text)
			}
		})
	},
})
