package check

var _ = register(SafetyRules, Error, Rule{
	ID:      "signal-proof",
	Title:   "a signal that is worded as proof",
	Why:     "A signal can have many causes. Worded as proof it makes a suspect or a victim of a young person who wears long sleeves (ESP-17).",
	Wrong:   "text: Een lekke band wijst op een dief.",
	Right:   "text: De band is lek.",
	Mend:    "say what somebody may see, and leave open what it means: other_explanations lists what else it can be. The words are the list `proof` in data/lexicon/<lang>.yaml.",
	ByWords: true,
	Safety:  true,
	Source: func(p *Pass) {
		words := p.Words("proof")
		for t := range p.RecordPassages("signal") {
			for _, m := range words[t.Lang].Find(t.Text) {
				p.Report(t.At(m.From), "say what somebody may see, and leave open what it means", "%q makes a proof of a signal", m.Of(t.Text))
			}
		}
	},
})
