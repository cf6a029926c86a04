package check

import (
	"fmt"
	"slices"
	"strings"

	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(ReferencesRules, Error, Rule{
	ID:    "record-dated",
	Title: "a record whose words give another date than its fields",
	Why:   "Lists and filters go by the field, readers by the words: one of the two was updated and the other not.",
	Wrong: "as_of: \"2025-11\"\nstatus_text: {xx: Wij kennen geen uitspraak (stand per maart 2026).}",
	Right: "as_of: \"2026-03\"\nstatus_text: {xx: Wij kennen geen uitspraak (stand per maart 2026).}",
	Mend:  "correct the field or the words, from the source. Words that a date of the record follows, there and in a paragraph that links a case, are the list `as_of_words` in data/lexicon/<lang>.yaml; a note at the date of a figure must name its year where it names years, and its month where it names months; with a word of `whole_year` the date is a year. Where the note names the year of the source, that it does not is a warning, and nothing where it names its day.",
	Source: func(p *Pass) {
		words, whole, months := p.Words("as_of_words"), p.Words("whole_year"), p.asWritten("months")
		for t := range p.RecordPassages("case", "figure") {
			asOf := t.Record.Text("/as_of")
			switch {
			case asOf == "":
			case t.Kind == "as_of_note":
				reportOtherYears(p, t, asOf)
				reportOtherSpan(p, t, whole[t.Lang], months[t.Lang], asOf)
			default:
				reportMonths(p, t, words[t.Lang], asOf)
			}
		}
		for t := range p.Prose() {
			if asOf := stateOf(p, t); asOf != "" {
				reportMonths(p, t, words[t.Lang], asOf)
			}
		}
	},
})

// stateOf returns the date of the cases that a paragraph links to, "" for
// none or several.
func stateOf(p *Pass, t *site.Passage) (asOf string) {
	for id := range t.References("case") {
		c := p.Record("case", id)
		if c == nil || asOf != "" && asOf != c.Text("/as_of") {
			return ""
		}
		asOf = c.Text("/as_of")
	}
	return asOf
}

// reportMonths reports a month and year that follow words such as "as of"
// and are not those of the record.
func reportMonths(p *Pass, t *site.Passage, words *text.Phrases, asOf string) {
	for _, m := range words.Find(t.Text) {
		said := monthAfter(t.Text[m.To:], p.Lexicon(t.Lang).Phrases("months"))
		if said != "" && !agree(asOf, said) {
			p.Report(t.At(m.From), "correct one of the two, from the source", "%s in the words, and as_of is %q", said, asOf)
		}
	}
}

// reportOtherYears reports a note at a date that names years, and not the
// date's. It may say when the source is from, where the field says of when
// it speaks: by its day that is told.
func reportOtherYears(p *Pass, t *site.Passage, asOf string) {
	years, issued := yearsIn(t.Text), ""
	if source := p.Record("source", t.Record.Text("/source")); source != nil {
		issued = source.Text("/issued")
	}
	if len(years) == 0 || slices.ContainsFunc(years, func(year string) bool { return strings.Contains(asOf, year) }) || namesDay(t.Text, p.Lexicon(t.Lang).Phrases("months"), issued) {
		return
	}
	report := p.Report
	if slices.ContainsFunc(years, func(year string) bool { return strings.HasPrefix(issued, year) }) {
		report = p.As(Warning).Report
	}
	report(t.At(0), "correct one of the two, from the source", "years %s in the note, and as_of is %q", strings.Join(years, ", "), asOf)
}

// namesDay reports whether a text names a date: its day, month and year.
func namesDay(s string, months []string, date string) bool {
	d, err := cite.ParseDate(date)
	if err != nil || len(date) != len("2006-01-02") || len(months) < 12 {
		return false
	}
	return strings.Contains(s, fmt.Sprintf("%d %s %d", d.First.Day(), months[d.First.Month()-1], d.First.Year()))
}

// reportOtherSpan reports a note at a date that names months and not the
// date's, or a whole year where the date is less.
func reportOtherSpan(p *Pass, t *site.Passage, whole, months *text.Phrases, asOf string) {
	month := 0
	if date, err := cite.ParseDate(asOf); err == nil && len(asOf) >= len("2006-01") {
		month = int(date.First.Month())
	}
	named := months.Find(t.Text)
	is := func(m text.Mention) bool { return m.Phrase+1 == month }
	switch {
	case month == 0:
	case whole.Has(t.Text):
		p.Report(t.At(0), "correct one of the two, from the source", "a whole year in the note, and as_of is %q", asOf)
	case len(named) > 0 && !slices.ContainsFunc(named, is):
		p.Report(t.At(0), "correct one of the two, from the source", "%s in the note, and as_of is %q", named[0].Of(t.Text), asOf)
	}
}
