package check

import (
	"slices"
	"strings"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(SafetyRules, Error, Rule{
	ID:      "contact-ages",
	Title:   "a contact that is for others, by their age, than its record says",
	Why:     "Who reads that a line is for older children does not call it.",
	Wrong:   "De [Fietslijn](contact:fietslijn) is er voor kinderen van 12 tot 18 jaar.   # its record: van 8 tot 18 jaar",
	Right:   "De [Fietslijn](contact:fietslijn) is er voor kinderen van 8 tot 18 jaar.",
	Mend:    "say what the record of the contact says, or correct the record from its source. Looked at are sentences that name one contact, or stand in a paragraph that does, with two numbers and a word of the list `until` in data/lexicon/<lang>.yaml between them (of one with … a part before, a part between), or a number after a word of `age_limit`.",
	ByWords: true,
	Safety:  true,
	Source: func(p *Pass) {
		until, limit := p.phrases("until"), p.Words("age_limit")
		for t := range p.Prose() {
			spans := spans(t.Text, until[t.Lang])
			for _, span := range spans {
				reportAges(p, t, span, until)
			}
			for _, m := range limit[t.Lang].Find(t.Text) {
				if age, ok := ageAfter(t.Text, m.To); ok && !text.Within(spans, age.From) {
					reportAges(p, t, age, until)
				}
			}
		}
	},
})

// ageAfter returns the number of at most two digits that follows a place.
func ageAfter(s string, at int) (text.Range, bool) {
	for _, n := range text.Numerals(s) {
		if n.From >= at && n.To-n.From <= 2 {
			return n, strings.TrimSpace(s[at:n.From]) == ""
		}
	}
	return text.Range{}, false
}

func reportAges(p *Pass, t *site.Passage, span text.Range, until map[string][]string) {
	named := contactsIn(p, t, t.SentenceAt(span.From))
	if len(named) == 0 { // "That line is for …"
		named = contactsIn(p, t, text.Range{To: len(t.Text)})
	}
	if len(named) != 1 {
		return
	}
	var own []string
	for said := range named[0].Passages() {
		for _, span := range spans(said.Text, until[said.Lang]) {
			own = append(own, ages(span.Of(said.Text)))
			own = append(own, strings.Fields(ages(span.Of(said.Text)))...)
		}
	}
	if len(own) > 0 && !slices.Contains(own, ages(span.Of(t.Text))) {
		p.Report(t.At(span.From), "say what its record says", "%q, and the record of contact %q has other ages", span.Of(t.Text), named[0].ID)
	}
}

// spans finds two numbers of at most two digits with a word from one to the
// other between them.
func spans(s string, until []string) (found []text.Range) {
	numbers := text.Numerals(s)
	for i := 1; i < len(numbers); i++ {
		from, to := numbers[i-1], numbers[i]
		if len(from.Of(s)) <= 2 && len(to.Of(s)) <= 2 && slices.ContainsFunc(until, func(word string) bool { return joins(word, s[:from.From], s[from.To:to.From]) }) {
			found = append(found, text.Range{From: from.From, To: to.To})
		}
	}
	return found
}

// joins reports whether a word, or the two parts of one with …, makes a span of the
// numbers that it stands at: behind what is before, and as what is between.
func joins(word, before, between string) bool {
	first, second, isPair := strings.Cut(word, " … ")
	if !isPair {
		return strings.TrimSpace(between) == word
	}
	return strings.TrimSpace(between) == second && strings.HasSuffix(strings.ToLower(strings.TrimSpace(before)), first)
}

// ages returns two numbers, whatever word stands between them.
func ages(span string) string {
	var numbers []string
	for _, n := range text.Numerals(span) {
		numbers = append(numbers, n.Of(span))
	}
	return strings.Join(numbers, " ")
}
