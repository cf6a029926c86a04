package check

import (
	"strings"

	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(ReferencesRules, Error, Rule{
	ID:     "figure-text",
	Title:  "a link to a figure whose text lacks the figure's value, or that makes offenders of whom it counts",
	Why:    "The sentence then says one number and its source another, and nobody sees it when the record changes.",
	Wrong:  `[Minstens 60](figure:deelnemers)   # the record says: minstens 70`,
	Right:  `[Minstens 70](figure:deelnemers)`,
	Mend:   "write the value of the record in that language. Capitals, kinds of space and dash, and thousands separators may differ. Of the words of `offenders` in data/lexicon/<lang>.yaml none is among the two after the link, unless the record has one too.",
	Safety: true,
	Source: func(p *Pass) {
		offenders := p.Words("offenders")
		for t := range p.Prose() {
			for id, link := range t.References("figure") {
				if figure := p.Figure(id); figure != nil {
					reportRole(p, t, link, figure, offenders[t.Lang])
				}
			}
		}
		for use := range p.Uses("figure") {
			figure := p.Figure(use.ID)
			if figure == nil || use.Link == nil {
				continue
			}
			if value := figure.Value.In(use.Page.Lang); value != "" && !holdsValue(use.Text, value) {
				p.Report(use.Position, "write "+value, "%q lacks the value %q of figure %q", use.Text, value, use.ID)
			}
		}
	},
})

// reportRole reports a figure that is followed by a word for offenders, and
// counts none.
func reportRole(p *Pass, t *site.Passage, link *md.Link, figure *site.Figure, offenders *text.Phrases) {
	from := min(len(t.Text), link.Offset+len(link.Text))
	after := clauseOf(t.Text[from:])
	found := offenders.Find(after)
	if len(found) == 0 || len(strings.Fields(after[:found[0].From])) > 1 {
		return
	}
	for _, said := range []site.Text{figure.Counts, figure.Population, figure.Unit, figure.Value} {
		if offenders.Has(said.In(t.Lang)) {
			return
		}
	}
	p.Report(t.At(from+found[0].From), "say what the record counts: "+figure.Counts.In(t.Lang), "%q, and figure %q counts none", found[0].Of(after), figure.ID)
}

// holdsValue reports whether text holds a value, as whole words.
func holdsValue(words, value string) bool {
	return text.HoldsWhere(text.PlainValue(words), text.PlainValue(value), func(before, after string) bool {
		return !text.EndsInWord(before) && !text.StartsWithWord(after) && !decimalBefore(before) && !decimalAfter(after)
	})
}

func decimalBefore(before string) bool {
	n := len(before)
	return n > 1 && strings.IndexByte(".,-", before[n-1]) >= 0 && text.IsDigit(before[n-2])
}

func decimalAfter(after string) bool {
	return len(after) > 1 && strings.IndexByte(".,-", after[0]) >= 0 && text.IsDigit(after[1])
}
