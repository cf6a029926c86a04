package check

import (
	"errors"
	"slices"

	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/schema"
)

var _ = register(Rule{
	ID:       "date-invalid",
	Title:    "a date that the calendar does not have, or in the future of something that has been",
	Why:      "A date is what readers judge a claim by. The 30th of February is a typing error in one they cannot see; and nobody has read, counted or checked anything tomorrow.",
	Wrong:    `issued: "2026-02-30"`,
	Right:    `issued: "2026-02-20"`,
	Mend:     "look the date up again; write only the month or the year when the day is not known. Days that lie ahead by nature, such as review_by, may.",
	Set:      ReferencesRules,
	Severity: Error,
	Source: func(p *Pass) {
		for doc := range p.Documents() {
			ahead := doc.Schema.Marked("future", doc.Value)
			for _, m := range doc.Schema.Marked("calendar", doc.Value) {
				reportDate(p, doc.Position(m.Pointer), m, slices.Contains(ahead, m))
			}
		}
	},
})

// reportDate reports what is wrong with a date but its form, which is the
// schema's business.
func reportDate(p *Pass, at diag.Position, m schema.Mark, mayLieAhead bool) {
	date, err := cite.ParseDate(m.Text)
	switch {
	case errors.Is(err, cite.ErrNoDate):
	case err != nil:
		p.Report(at, "look it up again", "%s %q: %s", m.Key(), m.Text, err)
	case !mayLieAhead && date.After(cite.LatestDay(p.Today)):
		p.Report(at, "correct the date", "%s %q lies in the future", m.Key(), m.Text)
	}
}
