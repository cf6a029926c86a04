package check

import (
	"strings"
)

var _ = register(SafetyRules, Info, Rule{
	ID:      "victim-passive",
	Title:   "a sentence in which something is done to a victim by nobody",
	Why:     "Without the one who acts, what happened becomes something about the victim (ESP-08).",
	Wrong:   "Het meisje werd bedreigd.",
	Right:   "De dief bedreigde het meisje.",
	Mend:    "let the offender be the subject, or name in the same sentence who did it. The words are the lists `victims`, `passive`, `abused` and `agents` in data/lexicon/<lang>.yaml. It is advice: sometimes nobody knows who acted. Questions, conditions (a word of `condition` or `passive` first), titles, notes and records are left alone.",
	ByWords: true,
	Safety:  true,
	Source: func(p *Pass) {
		condition, passive := p.Words("condition"), p.Words("passive")
		for t, words := range p.Together("agents", "abused", "victims", "passive") {
			sentence := t.SentenceAt(words[0].From).Of(t.Text)
			asks := strings.HasSuffix(strings.TrimSpace(sentence), "?") || condition[t.Lang].Begin(sentence) || passive[t.Lang].Begin(sentence)
			inOrder := words[1].From < words[0].From // who is it done to, and then what
			if t.Para != nil && inOrder && !asks {   // a title or a note has no room for it
				p.Report(t.At(words[1].From), "say who does it", "%q with %q, and nobody who acts", words[1].Of(t.Text), words[0].Of(t.Text))
			}
		}
	},
})
