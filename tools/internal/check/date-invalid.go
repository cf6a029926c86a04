package check

import (
	"errors"

	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/diag"
)

var _ = register(Rule{
	ID:       "date-invalid",
	Title:    "a date that the calendar does not have",
	Why:      "A date is what readers judge a claim by; the 30th of February is a typing error in one they cannot see.",
	Wrong:    `issued: "2026-02-30"`,
	Right:    `issued: "2026-02-20"`,
	Mend:     "look the date up again; write only the month or the year when the day is not known.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		eachDate(p, func(d dated) {
			_, err := cite.ParseDate(d.text)
			if err != nil && !errors.Is(err, cite.ErrNoDate) { // the form is the schema's business
				p.Report(d.Position, "look it up again", "%s %q: %s", d.key, d.text, err)
			}
		})
	},
})
