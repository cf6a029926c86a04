package check

import (
	"slices"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(SafetyRules, Error, Rule{
	ID:      "call-delayed",
	Title:   "words that tell the reader to wait with calling until something is certain, or put a first step off",
	Why:     "Nobody who is worried has proof; who waits for it comes too late (ESP-20). What stands under what to do now is done now.",
	Wrong:   "Bel pas als u zeker bent.",
	Right:   "Bel ook als u twijfelt.",
	Mend:    "say that one may call in doubt. The words are the lists `delay`, `calls` and `certain` in data/lexicon/<lang>.yaml; a sentence with words of the list `no_delay` is left alone. A warning is a word of `put_off` (next week) in the part what-now of a page on what to do, there under a heading or title with a word of `hurried`, or in a sentence on danger or despair (`danger`, `despair`, `urgent`); quotations, questions and sentences with a word of `negation`, `no_delay` or `follow_up` (call again) are left alone.",
	ByWords: true,
	Source: func(p *Pass) {
		for t, words := range p.Together("no_delay", "delay", "calls", "certain") {
			p.Report(t.At(words[0].From), "say that one may call in doubt", "%q in a sentence with %q and %q", words[0].Of(t.Text), words[1].Of(t.Text), words[2].Of(t.Text))
		}
		reportPutOff(p.As(Warning), p)
	},
})

// reportPutOff reports words of another day in what is to be done at once.
func reportPutOff(r reporter, p *Pass) {
	later, hurried, danger := p.Words("put_off"), p.Words("hurried"), p.Words("danger", "despair", "urgent")
	leave := p.Words("negation", "no_delay", "follow_up")
	for t := range p.Passages() {
		urges := once(func(said text.Range) bool { return danger[t.Lang].Has(said.Of(t.Text)) })
		leaves := once(func(said text.Range) bool {
			return leave[t.Lang].Has(said.Of(t.Text)) || text.IsQuestion(said.Of(t.Text))
		})
		found := later[t.Lang].Find(t.Text)
		if len(found) == 0 || p.IsColophon(t.Page) || !p.isAdvice(t) || t.Record != nil && t.Record.Kind == "source" {
			continue
		}
		first, quoted := isFirst(p, t, hurried[t.Lang]), text.Quotations(t.Text)
		for _, m := range found {
			said := t.SentenceAt(m.From)
			if (first || urges(said)) && !leaves(said) && !t.IsCode(m.From) && !text.Within(quoted, m.From) {
				r.Report(t.At(m.From), "say that it is to be done at once, or put it where the later steps are", "%q in what is to be done first", m.Of(t.Text))
			}
		}
	}
}

// isFirst reports whether a text stands where readers look for what to do
// now.
func isFirst(p *Pass, t *site.Passage, hurried *text.Phrases) bool {
	if t.Page == nil || t.Kind == "heading" || !slices.Contains(practiceTypes, t.Page.Type) {
		return false
	}
	if from, to, ok := partOf(t.Page, p.PartID(whatNow)); ok && from <= t.Heading && t.Heading < to {
		return true
	}
	return hurried.Has(t.Page.Front.Text("/title")) || t.Heading >= 0 && hurried.Has(t.Page.Doc.Headings[t.Heading].Text)
}
