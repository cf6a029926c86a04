package check

import (
	"time"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/yaml"
)

var _ = register(Rule{
	ID:       "figure-past",
	Title:    "a figure past its review date",
	Why:      "A number that was right last year is quoted on as if it were right now.",
	Wrong:    "review_by: 2026-05-01   # on 20 November 2026",
	Right:    "review_by: 2027-05-01",
	Mend:     "look whether the source has a newer value, change the record, and set review_by to the next day to look.",
	Severity: diag.Warning,
	Source: func(p *Pass) {
		for _, figure := range p.RecordsOf("figure") {
			by := figure.Text("review_by", "")
			day, err := time.Parse(time.DateOnly, by)
			if err == nil && day.Before(p.Today.Truncate(24*time.Hour)) {
				p.Report(figure.Position(yaml.Pointer("review_by")), "look for a newer value at its source and set the next date", "figure %q was to be reviewed by %s", figure.ID, by)
			}
		}
	},
})
