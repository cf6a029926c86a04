package check

var _ = register(SafetyRules, Warning, Rule{
	ID:      "search-told",
	Title:   "words that tell how groups or images are found",
	Why:     "Who knows how to search needs no more; young people and offenders read this too (ESP-16).",
	Wrong:   "Wie die naam intypt, vindt de groepen.",
	Right:   "In zulke groepen gaat het over snelheid.",
	Mend:    "say what happens there and leave out how one gets there. The words are the lists `search_steps` and `places` in data/lexicon/<lang>.yaml; a clause with a word of `negation`, `ruled_out` or `not_told` and pages about the site itself are left alone.",
	ByWords: true,
	Source: func(p *Pass) {
		for t, words := range p.Urged("search_steps", "places") {
			p.Report(t.At(words[0].From), "leave out how one gets there", "%q in a sentence with %q", words[0].Of(t.Text), words[1].Of(t.Text))
		}
	},
})
