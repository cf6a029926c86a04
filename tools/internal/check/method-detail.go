package check

import (
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "method-detail",
	Title:    "a means or a part of the body in a sentence with a word of the lists `crisis` or `violence`",
	Why:      "A detail of how it is done can be imitated, and tells nobody how to help (ESP-04).",
	Wrong:    "De fietser werd mishandeld met een mes.",
	Right:    "De fietser werd mishandeld.",
	Mend:     "leave the detail out. The words are the lists `crisis` and `violence` on one side and `means` on the other, in data/lexicon/<lang>.yaml. An editor who decides that the sentence gives no method records that.",
	Severity: diag.Warning,
	Source: func(p *Pass) {
		eachTogether(p, "", [][]string{{"means"}, {"crisis", "violence"}}, func(t *runningText, words []text.Mention) {
			p.Report(t.at(words[0].From), "leave the detail out", "%q in a sentence about %q", t.word(words[0]), t.word(words[1]))
		})
	},
})
