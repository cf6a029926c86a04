package check

import (
	"fmt"
	"strings"
	"time"

	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(StructureRules, Warning, Rule{
	ID:    "evidence-renewed",
	Title: "a figure, a case or an event that is said to be newer than every source it has",
	Why:   "Who looks again and finds no newer source knows nothing newer: the evidence keeps its age (ESP-32). A new day under as_of would make an old number look like one of today.",
	Wrong: "as_of: \"2026-11\" # and its source is of 2024",
	Right: "as_of: \"2024\"\nreviewed_on: 2026-11-20",
	Mend:  "leave as_of what the source speaks of, and write the day of the look under reviewed_on; or give the newer source. A case may name a later month of another source in its words; what stands after `as_of_words` of data/lexicon/<lang>.yaml is no such month. An event with a word of `in_force` or `announced` may have a later day: laws and hearings are reported before it.",
	Source: func(p *Pass) {
		for _, f := range p.Figures() {
			reportRenewed(p, f.Position("/as_of"), f.AsOf, time.Time{}, f.All()...)
		}
		told, announced := newDated(p), p.Words("in_force", "announced")
		for _, c := range p.Cases() {
			reportRenewed(p, c.Position("/as_of"), c.Text("/as_of"), told.lastIn(c), c.All()...)
		}
		for _, page := range p.Pages {
			for _, b := range page.ReadBlocks() {
				var events []struct{ Date, Text, Source string }
				_ = b.Decode("/events", &events) // the schema says what is wrong
				for i, e := range events {
					if !announced[page.Lang].Has(e.Text) {
						reportRenewed(p, b.Position(fmt.Sprintf("/events/%d/date", i)), e.Date, time.Time{}, site.Basis{Source: e.Source})
					}
				}
			}
		}
	},
})

// reportRenewed reports a date after the newest of some sources and after
// what is told besides.
func reportRenewed(p *Pass, at diag.Position, date string, told time.Time, sources ...site.Basis) {
	newest, known := newestSource(p, sources)
	if told.After(newest) {
		newest = told
	}
	if said, err := cite.ParseDate(date); err == nil && known && said.First.After(newest) {
		p.Report(at, "leave the date that the source gives; the day of a look goes under reviewed_on", "%q is after %s, the day of its newest source", date, newest.Format(time.DateOnly))
	}
}

// dated finds months in the words of records, by language.
type dated struct {
	months map[string]*text.Phrases
	names  map[string][]string
	state  map[string]*text.Phrases // before the date of a state
}

func newDated(p *Pass) dated {
	return dated{p.asWritten("months"), p.phrases("months"), p.Words("as_of_words")}
}

// lastIn returns the end of the last month that the words of a case name
// other than as the date of its state.
func (d dated) lastIn(c *site.Case) (last time.Time) {
	for t := range c.Passages() {
		for _, m := range d.months[t.Lang].Find(t.Text) {
			said, err := cite.ParseDate(monthAfter(t.Text[m.From:], d.names[t.Lang]))
			if err == nil && said.Last.After(last) && !isAfter(t.Text[:m.From], d.state[t.Lang]) {
				last = said.Last
			}
		}
	}
	return last
}

// isAfter reports whether a text ends with one of the words, a day of the
// month left aside.
func isAfter(before string, words *text.Phrases) bool {
	before = strings.TrimRight(before, " 0123456789")
	found := words.Find(before)
	return len(found) > 0 && found[len(found)-1].To == len(before)
}

// newestSource returns the last day on which one of the sources appeared or
// was read; false when one says neither.
func newestSource(p *Pass, sources []site.Basis) (newest time.Time, known bool) {
	for _, b := range sources {
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
