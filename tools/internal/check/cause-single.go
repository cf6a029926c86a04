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
	Set:      SafetyRules,
	Severity: diag.Warning,
	Safety:   true,
	Source: func(p *Pass) {
		several, cause, causes := p.Words("multicausal"), p.Words("cause"), map[string][]string{}
		for _, lang := range p.Languages {
			causes[lang] = p.Lexicon(lang).Phrases("causes")
		}
		for t := range p.Passages() {
			for _, m := range several[t.Lang].Find(t.Text) {
				around := text.SentenceAt(t.Text, m.From)
				sentence := around.Of(t.Text)
				named := text.HoldsAny(sentence, causes[t.Lang])
				if named || t.IsCode(m.From) || text.Within(text.Quotations(t.Text), m.From) {
					continue
				}
				if verb, near := nearby(sentence, cause[t.Lang].Find(sentence), m.From-around.From); near {
					p.Report(t.At(m.From), "say what happened; there are usually several causes",
						"%q stands close to %q, as if it were the only cause", verb, m.Of(t.Text))
				}
			}
		}
	},
})

// closeBy is how many words may stand between a cause and what it caused.
const closeBy = 6

// nearby returns the mention that stands closest before or after a place, when
// it is close enough to belong to it.
func nearby(sentence string, mentions []text.Mention, at int) (verb string, ok bool) {
	i := slices.IndexFunc(mentions, func(m text.Mention) bool {
		between := sentence[min(m.To, at):max(m.From, at)]
		return len(strings.Fields(between)) <= closeBy
	})
	if i < 0 {
		return "", false
	}
	return mentions[i].Of(sentence), true
}
