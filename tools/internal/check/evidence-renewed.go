package check

import (
	"time"

	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

var _ = register(Rule{
	ID:       "evidence-renewed",
	Title:    "a figure that is said to be newer than every source it has",
	Why:      "Who looks again and finds no newer source knows nothing newer: the evidence keeps its age (ESP-32). A new day under as_of would make an old number look like one of today.",
	Wrong:    "as_of: \"2026-11\" # and its source is of 2024",
	Right:    "as_of: \"2024\"\nreviewed_on: 2026-11-20",
	Mend:     "leave as_of what the source speaks of, and write the day of the look under reviewed_on; or give the newer source.",
	Set:      StructureRules,
	Severity: diag.Warning,
	Source: func(p *Pass) {
		for _, f := range p.Figures() { // a case may tell of other sources in words
			asOf, err := cite.ParseDate(f.AsOf)
			newest, known := newestSource(p, f.Record)
			if err == nil && known && asOf.First.After(newest) {
				p.Report(f.Position("/as_of"), "write the day of the look under reviewed_on", "as_of %q of figure %q is after %s, the day of its newest source",
					f.AsOf, f.ID, newest.Format(time.DateOnly))
			}
		}
	},
})

// newestSource returns the last day on which a source of a record appeared or was
// read; false when one says neither.
func newestSource(p *Pass, r *site.Record) (newest time.Time, known bool) {
	for _, b := range r.All() {
		work := p.Record("source", b.Source)
		if work == nil {
			return newest, false
		}
		dated := false
		for _, field := range []string{"/issued", "/accessed"} {
			if date, err := cite.ParseDate(work.Text(field)); err == nil {
				dated = true
				if date.Last.After(newest) {
					newest = date.Last
				}
			}
		}
		if !dated {
			return newest, false
		}
	}
	return newest, true
}
