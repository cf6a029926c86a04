package check

import "comwijzer/tools/internal/text"

var _ = register(SafetyRules, Warning, Rule{
	ID:      "investigate-urged",
	Title:   "words that send the reader to look or join in a group, or to go on talking with who threatens",
	Why:     "Who searches or joins harms an investigation and perhaps themselves, and having such images is an offence (ESP-20).",
	Wrong:   "Maak een account en kijk mee in de groep.",
	Right:   "Ga niet zelf zoeken. Bel de politie.",
	Mend:    "say what not to do, and who to call. Clauses with a word of the lists `negation`, `ruled_out` (what one is advised against) and `not_told` (the work of the police, what one stops with), questions, what a list or a column of what not to do names, and options that a quiz calls wrong are left alone. The words are the lists `investigate` and `places` in data/lexicon/<lang>.yaml, and `engage` and `threatening`.",
	ByWords: true,
	Safety:  true,
	Source: func(p *Pass) {
		for _, lists := range [][]string{{"investigate", "places"}, {"engage", "threatening"}} {
			for t, words := range p.Urged(lists...) {
				if !text.IsQuestion(t.SentenceAt(words[0].From).Of(t.Text)) {
					p.Report(t.At(words[0].From), "say what not to do, and who to call", "%q in a sentence with %q", words[0].Of(t.Text), words[1].Of(t.Text))
				}
			}
		}
	},
})
