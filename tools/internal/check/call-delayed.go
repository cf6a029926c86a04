package check

var _ = register(Rule{
	ID:       "call-delayed",
	Title:    "words that tell the reader to wait with calling until something is certain",
	Why:      "Nobody who is worried has proof; who waits for it comes too late (ESP-20).",
	Wrong:    "Bel pas als u zeker bent.",
	Right:    "Bel ook als u twijfelt.",
	Mend:     "say that one may call in doubt. The words are the lists `delay`, `calls` and `certain` in data/lexicon/<lang>.yaml; a sentence with words of the list `no_delay` is left alone.",
	Set:      SafetyRules,
	Severity: Error,
	Source: func(p *Pass) {
		for t, words := range p.Together("no_delay", "delay", "calls", "certain") {
			p.Report(t.At(words[0].From), "say that one may call in doubt", "%q in a sentence with %q and %q", words[0].Of(t.Text), words[1].Of(t.Text), words[2].Of(t.Text))
		}
	},
})
