package check

import (
	"cmp"
	"slices"
	"strings"

	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(GlossaryRules, Warning, Rule{
	ID:    "term-dated",
	Title: "what holds since one date on one page and since another on another, by one source",
	Why:   "Of a law with two beginnings one is wrong, and a professional acts on it.",
	Wrong: "Bellen is strafbaar sinds 2022. [p. 1](cite:wet)   # elsewhere: Bellen is strafbaar sinds 2024. [p. 1](cite:wet)",
	Right: "Bellen is strafbaar sinds 2024. [p. 1](cite:wet)",
	Mend:  "look it up in the source, and correct the other. Compared are sentences with a word of `in_force` (data/lexicon/<lang>.yaml), a term or the like, a year and a citation; days where both name one.",
	Source: func(p *Pass) {
		first := map[string]beginning{} // by language, source and term
		every := func(*glossary.Term) bool { return true }
		terms := site.ByLanguage(p.Site, func(lang string) *glossary.Finder { return p.Finder(lang, every) })
		words, months := p.Words("in_force"), p.asWritten("months")
		for t := range p.Prose() {
			at := text.Range{}
			for _, m := range words[t.Lang].Find(t.Text) {
				if m.From < at.To {
					continue // the sentence has been read
				}
				at = t.SentenceAt(m.From)
				sentence := at.Of(t.Text)
				b := beginning{t, m, yearsIn(sentence), daysIn(sentence, months[t.Lang])}
				for _, named := range terms[t.Lang].Find(sentence) {
					for _, source := range citedWith(t, at) {
						compareBeginnings(p, first, t.Lang+" "+source+" "+named.Terms[0].ID, b, source)
					}
				}
			}
		}
	},
})

// beginning is a sentence that says since when something holds.
type beginning struct {
	*site.Passage
	word  text.Mention
	years []string
	days  []string // of these
}

func compareBeginnings(p *Pass, first map[string]beginning, key string, b beginning, source string) {
	was, known := first[key]
	switch {
	case len(b.years) == 0:
		return
	case !known:
		first[key] = b
		return
	}
	here, there := b.years, was.years
	if len(b.days) > 0 && len(was.days) > 0 {
		here, there = b.days, was.days
	}
	if !slices.ContainsFunc(here, func(y string) bool { return slices.Contains(there, y) }) {
		p.Report(b.At(b.word.From), "look it up in source "+source, "%s here, and %s in %s", strings.Join(here, ", "), strings.Join(there, ", "), was.At(was.word.From))
	}
}

// daysIn lists the dates with a day, a month and a year that a text names.
func daysIn(s string, months *text.Phrases) (days []string) {
	numbers := text.Numbers(s)
	for _, m := range months.Find(s) {
		after, _ := slices.BinarySearchFunc(numbers, m.To, func(n text.Range, to int) int { return cmp.Compare(n.From, to) })
		if after == 0 || after == len(numbers) {
			continue
		}
		day, year := numbers[after-1], numbers[after]
		if m.From-day.To == len(" ") && year.From > m.To && year.From-m.To <= len(", ") {
			days = append(days, s[day.From:year.To])
		}
	}
	return days
}

// citedWith lists the sources that are cited in a sentence or right after
// it.
func citedWith(t *site.Passage, sentence text.Range) (ids []string) {
	for id, link := range t.References("cite") {
		if link.Offset > sentence.From && link.Offset <= sentence.To {
			ids = append(ids, id)
		}
	}
	return ids
}
