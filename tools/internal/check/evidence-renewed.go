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

var _ = register(Rule{
	ID:       "evidence-renewed",
	Title:    "a figure, a case or an event that is said to be newer than every source it has",
	Why:      "Who looks again and finds no newer source knows nothing newer: the evidence keeps its age (ESP-32). A new day under as_of would make an old number look like one of today.",
	Wrong:    "as_of: \"2026-11\" # and its source is of 2024",
	Right:    "as_of: \"2024\"\nreviewed_on: 2026-11-20",
	Mend:     "leave as_of what the source speaks of, and write the day of the look under reviewed_on; or give the newer source. A case may name a later month of another source in its words; what stands after `as_of_words` of data/lexicon/<lang>.yaml is no such month.",
	Set:      StructureRules,
	Severity: diag.Warning,
	Source: func(p *Pass) {
		for _, f := range p.Figures() {
			newest, known := newestSource(p, f.All())
			reportRenewed(p, f.Position("/as_of"), f.AsOf, newest, known)
		}
		for _, c := range p.Cases() {
			newest, known := newestSource(p, c.All())
			reportRenewed(p, c.Position("/as_of"), c.Text("/as_of"), lastTold(p, c, newest), known)
		}
		for _, page := range p.Pages {
			for _, b := range page.ReadBlocks() {
				var events []struct{ Date, Source string }
				_ = b.Decode("/events", &events) // the schema says what is wrong
				for i, e := range events {
					newest, known := newestSource(p, []site.Basis{{Source: e.Source}})
					reportRenewed(p, b.Position(fmt.Sprintf("/events/%d/date", i)), e.Date, newest, known)
				}
			}
		}
	},
})

func reportRenewed(p *Pass, at diag.Position, date string, newest time.Time, known bool) {
	if said, err := cite.ParseDate(date); err == nil && known && said.First.After(newest) {
		p.Report(at, "leave the date that the source gives; the day of a look goes under reviewed_on", "%q is after %s, the day of its newest source", date, newest.Format(time.DateOnly))
	}
}

// lastTold returns the later of a day and the last month that the words of a
// case name other than as the date of its state.
func lastTold(p *Pass, c *site.Case, newest time.Time) time.Time {
	state := p.Words("as_of_words")
	for t := range c.Passages() {
		names := p.Lexicon(t.Lang).Phrases("months")
		for _, m := range text.NewPhrases(names).Find(t.Text) {
			_, year := monthAfter(t.Text[m.From:], names)
			said, err := cite.ParseDate(fmt.Sprintf("%s-%02d", year, m.Phrase+1))
			if err == nil && said.Last.After(newest) && !isAfter(t.Text[:m.From], state[t.Lang]) {
				newest = said.Last
			}
		}
	}
	return newest
}

// isAfter reports whether a text ends with one of the words, a day of the month
// left aside.
func isAfter(before string, words *text.Phrases) bool {
	before = strings.TrimRight(before, " 0123456789")
	found := words.Find(before)
	return len(found) > 0 && found[len(found)-1].To == len(before)
}

// newestSource returns the last day on which one of the sources appeared or was
// read; false when one says neither.
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
