package check

var _ = register(SafetyRules, Warning, Rule{
	ID:     "group-risk",
	Title:  "a group of people in a sentence about risk or suspicion",
	Why:    "Who somebody is, loves or likes is no risk and no sign: a sentence that couples the two makes a suspect of every young person in that group (ESP-18).",
	Wrong:  "Gamers zijn een risicogroep.",
	Right:  "Volgens de bron zoeken dieven onder meer gamers op. Dat zegt iets over de dief.",
	Mend:   "say who targets whom, and why. Sentences with a word of the list `negation` are left alone: they mostly say that the one is no sign of the other. The words are the lists `groups` and `risk` in data/lexicon/<lang>.yaml. Where the sentence is right an editor records that.",
	Safety: true,
	Source: func(p *Pass) {
		for t, words := range p.Together("negation", "groups", "risk") {
			p.Report(t.At(words[0].From), "say who targets whom", "%q in a sentence with %q", words[0].Of(t.Text), words[1].Of(t.Text))
		}
	},
})
