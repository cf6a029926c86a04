package check

import (
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
)

var _ = register(Rule{
	ID:       "cause-single",
	Title:    "a sentence that names one cause of a suicide",
	Why:      "Suicide has several causes, nearly always. To name one is wrong, lays blame, and can make somebody who recognises it see no other way (ESP-06).",
	Wrong:    "The extortion led to her suicide.",
	Right:    "She died by suicide. There are usually several causes; extortion can be one.",
	Mend:     "say what happened without the link between cause and death, or say that there are usually several causes. The words are the lists `suicide`, `cause` and `causes` in data/lexicon/<lang>.yaml.",
	Severity: diag.Warning,
	Source: func(p *Pass) {
		type lists struct {
			suicide, cause *phrases
			causes         []string
		}
		by, suicide := map[string]lists{}, map[string]*phrases{}
		for _, lang := range p.Languages {
			x := p.Lexicon(lang)
			by[lang] = lists{newPhrases(x.Phrases("suicide")), newPhrases(x.Phrases("cause")), x.Phrases("causes")}
			suicide[lang] = by[lang].suicide
		}
		eachTextWith(p, suicide, func(t *runningText) {
			l := by[t.lang]
			for _, m := range l.suicide.find(t.text) {
				around := sentenceAround(t.text, m.From)
				sentence := t.text[around.From:around.To]
				if t.code(m.From) || inRanges(quotations(t.text), m.From) || holdsWord(sentence, l.causes) {
					continue
				}
				if verb, near := nearby(sentence, l.cause.find(sentence), m.From-around.From); near {
					p.Report(t.at(m.From), "say what happened; there are usually several causes",
						"%q stands close to %q, as if it were the only cause", verb, t.text[m.From:m.To])
				}
			}
		})
	},
})

// closeBy is how many words may stand between a cause and what it caused.
const closeBy = 6

// nearby gives the mention that stands closest before or after a place, when
// it is close enough to belong to it.
func nearby(sentence string, mentions []mention, at int) (text string, ok bool) {
	i := slices.IndexFunc(mentions, func(m mention) bool {
		between := sentence[min(m.To, at):max(m.From, at)]
		return len(strings.Fields(between)) <= closeBy
	})
	if i < 0 {
		return "", false
	}
	return sentence[mentions[i].From:mentions[i].To], true
}

// sentenceAround gives where the sentence around a place starts and ends.
func sentenceAround(text string, at int) md.Range {
	for _, s := range md.Sentences(text) {
		if at < s.To {
			return s
		}
	}
	return md.Range{To: len(text)}
}
