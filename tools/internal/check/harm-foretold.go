package check

var _ = register(SafetyRules, Warning, Rule{
	ID:    "harm-foretold",
	Title: "victims who are said to harm others as a rule",
	Why:   "Some do and most do not. Who reads that victims usually become offenders keeps away from them, and a victim who reads it asks for no help.",
	Wrong: "Slachtoffers worden meestal zelf dader.",
	Right: "Een slachtoffer kan zelf iemand schaden. Dat is geen voorspelling.",
	Mend:  "say it as weakly as the source does. The words are the lists `victims`, `mostly` and `harms` in data/lexicon/<lang>.yaml; a sentence with a word of `seldom` and an option that a quiz calls wrong are left alone.",
	Source: func(p *Pass) {
		for t, words := range p.Together("seldom", "harms", "mostly", "victims") {
			if p.isAdvice(t) {
				p.Report(t.At(words[1].From), "say it as weakly as the source does", "%q in a sentence with %q and %q", words[1].Of(t.Text), words[2].Of(t.Text), words[0].Of(t.Text))
			}
		}
	},
})
