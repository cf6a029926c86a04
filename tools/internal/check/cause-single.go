package check

import (
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "cause-single",
	Title:    "a sentence that names one cause of what has several",
	Why:      "Some things have several causes, nearly always. To name one is wrong, lays blame, and can make somebody who recognises it see no other way (ESP-06).",
	Wrong:    "The rain led to her accident.",
	Right:    "She had an accident. There are usually several causes; rain can be one.",
	Mend:     "say what happened without the link between cause and effect, or say that there are usually several causes. The words are the lists `multicausal`, `cause` and `causes` in data/lexicon/<lang>.yaml.",
	Severity: diag.Warning,
	Source: func(p *Pass) {
		type lists struct {
			suicide, cause *text.Phrases
			causes         []string
		}
		by := map[string]lists{}
		for _, lang := range p.Languages {
			x := p.Lexicon(lang)
			by[lang] = lists{text.NewPhrases(x.Phrases("multicausal")), text.NewPhrases(x.Phrases("cause")), x.Phrases("causes")}
		}
		eachOwnText(p, func(t *runningText) {
			l := by[t.lang]
			for _, m := range l.suicide.Find(t.text) {
				around := text.SentenceAt(t.text, m.From)
				sentence := t.text[around.From:around.To]
				if t.code(m.From) || text.Within(text.Quotations(t.text), m.From) || text.HoldsAny(sentence, l.causes) {
					continue
				}
				if verb, near := nearby(sentence, l.cause.Find(sentence), m.From-around.From); near {
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
func nearby(sentence string, mentions []text.Mention, at int) (verb string, ok bool) {
	i := slices.IndexFunc(mentions, func(m text.Mention) bool {
		between := sentence[min(m.To, at):max(m.From, at)]
		return len(strings.Fields(between)) <= closeBy
	})
	if i < 0 {
		return "", false
	}
	return sentence[mentions[i].From:mentions[i].To], true
}
