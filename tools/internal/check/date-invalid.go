package check

import (
	"errors"
	"regexp"
	"slices"

	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/schema"
)

var _ = register(ReferencesRules, Error, Rule{
	ID:    "date-invalid",
	Title: "a date that the calendar does not have, in the future of something that has been, or with day and month exchanged",
	Why:   "A date is what readers judge a claim by. The 30th of February is a typing error in one they cannot see; and nobody has read, counted or checked anything tomorrow.",
	Wrong: `issued: "2026-02-30"`,
	Right: `issued: "2026-02-20"`,
	Mend:  "look the date up again; write only the month or the year when the day is not known. Days that lie ahead by nature, such as review_by, may. A day that stands nowhere else, and with day and month exchanged in two other places or more, is a warning: a spreadsheet turned it round. Nothing is so since a day to come: a month and a year, or a year, right after a word of `since` in data/lexicon/<lang>.yaml.",
	Source: func(p *Pass) {
		var days []day
		for _, doc := range p.Documents() {
			ahead := doc.Schema.Marked("future", doc.Value)
			for _, m := range doc.Schema.Marked("calendar", doc.Value) {
				reportDate(p, doc.Position(m.Pointer), m, slices.Contains(ahead, m))
				if isDay.MatchString(m.Text) {
					days = append(days, day{m.Key(), m.Text, doc.Position(m.Pointer)})
				}
			}
		}
		reportTurned(p.As(Warning), days)
		reportSince(p)
	},
})

// day is a date with month and day, in a field.
type day struct {
	key, date string
	at        diag.Position
}

var isDay = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`)

// reportTurned reports the days that stand once, and elsewhere twice or
// more with day and month exchanged.
func reportTurned(r reporter, days []day) {
	times := map[string]int{}
	for _, d := range days {
		times[d.date]++
	}
	for _, d := range days {
		turned := d.date[:len("2006-")] + d.date[len("2006-01-"):] + "-" + d.date[len("2006-"):len("2006-01")]
		if turned != d.date && times[d.date] == 1 && times[turned] > 1 {
			r.Report(d.at, "look it up again: a spreadsheet may have exchanged day and month", "%s %q, and %q in %d other places", d.key, d.date, turned, times[turned])
		}
	}
}

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

// reportSince reports what is said to be so since a day that is still to
// come.
func reportSince(p *Pass) {
	since := p.Words("since")
	for t := range p.Passages() {
		if t.Kind == "line" {
			continue
		}
		for _, m := range since[t.Lang].Find(t.Text) {
			said := monthAfter(t.Text[m.To:], p.Lexicon(t.Lang).Phrases("months"))
			if number := yearAfter.FindStringSubmatch(t.Text[m.To:]); said == "" && number != nil {
				said = number[1]
			}
			if date, err := cite.ParseDate(said); err == nil && date.First.After(p.Today) {
				p.Report(t.At(m.From), "say from when it will be so, or correct the date", "since %s, which lies in the future", said)
			}
		}
	}
}

var yearAfter = regexp.MustCompile(`^ (2\d{3})\b`)
