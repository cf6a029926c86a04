package check

import (
	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/site"
)

var _ = register(ReferencesRules, Error, Rule{
	ID:     "case-date",
	Title:  "a legal case whose status, review and next review do not follow each other",
	Why:    "The dates say how far the status can be trusted: as it was on as_of, looked at on reviewed_on, good until review_by.",
	Wrong:  "as_of: \"2026-11\"\nreviewed_on: 2026-05-20\nreview_by: 2026-04-01",
	Right:  "as_of: \"2026-03\"\nreviewed_on: 2026-05-20\nreview_by: 2026-11-20",
	Mend:   "give all three: the day the source speaks of, the day an editor last looked, and the day somebody must look again.",
	Safety: true,
	Source: func(p *Pass) {
		for _, c := range p.Cases() {
			if c.ReviewedOn == "" {
				p.Report(c.Position("/as_of"), "add reviewed_on, the day an editor last looked", "case %q has a status that nobody is said to have reviewed", c.ID)
			}
			inOrder(p, c.Record, "as_of", "reviewed_on")
			inOrder(p, c.Record, "reviewed_on", "review_by")
			inOrder(p, c.Record, "as_of", "review_by")
		}
	},
})

// inOrder reports a date that begins after the one that must come after it.
func inOrder(p *Pass, r *site.Record, earlier, later string) {
	first, err := cite.ParseDate(r.Text("/" + earlier))
	second, err2 := cite.ParseDate(r.Text("/" + later))
	if err == nil && err2 == nil && first.First.After(second.Last) {
		p.Report(r.Position("/"+later), "correct one of the two", "%s %q of case %q is before its %s %q",
			later, r.Text("/"+later), r.ID, earlier, r.Text("/"+earlier))
	}
}
