package check

var _ = register(SafetyRules, Warning, Rule{
	ID:     "method-detail",
	Title:  "a means or a part of the body in a sentence with a word of the lists `crisis`, `violence` or `wounds`",
	Why:    "A detail of how it is done can be imitated, and tells nobody how to help (ESP-04).",
	Wrong:  "De fietser werd mishandeld met een mes.",
	Right:  "De fietser werd mishandeld.",
	Mend:   "leave the detail out. The words are the lists `crisis`, `violence` and `wounds` on one side and `means` on the other, in data/lexicon/<lang>.yaml. An editor who decides that the sentence gives no method records that.",
	Safety: true,
	Source: func(p *Pass) {
		for t, words := range p.Together("", "means", "crisis violence wounds") {
			p.Report(t.At(words[0].From), "leave the detail out", "%q in a sentence about %q", words[0].Of(t.Text), words[1].Of(t.Text))
		}
	},
})
