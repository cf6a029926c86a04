package check

import (
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "victim-passive",
	Title:    "a sentence in which something is done to a victim by nobody",
	Why:      "Without the one who acts, what happened becomes something about the victim (ESP-08).",
	Wrong:    "Het meisje werd bedreigd.",
	Right:    "De dief bedreigde het meisje.",
	Mend:     "let the offender be the subject, or name in the same sentence who did it. The words are the lists `victims`, `passive`, `abused` and `agents` in data/lexicon/<lang>.yaml. It is advice: sometimes nobody knows who acted. Questions, titles, notes and records are left alone.",
	Severity: diag.Info,
	Source: func(p *Pass) {
		eachTogether(p, "agents", [][]string{{"abused"}, {"victims"}, {"passive"}}, func(t *runningText, words []text.Mention) {
			if t.doc == nil {
				return // a title or a note has no room for it
			}
			asks := strings.HasSuffix(strings.TrimSpace(text.Sentence(t.text, words[0].From)), "?")
			if words[1].From < words[0].From && !asks { // who is it done to, and then what
				p.Report(t.at(words[1].From), "say who does it", "%q with %q, and nobody who acts", t.word(words[1]), t.word(words[0]))
			}
		})
	},
})
