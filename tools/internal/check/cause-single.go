package check

import (
	"slices"
	"strings"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(SafetyRules, Warning, Rule{
	ID:     "cause-single",
	Title:  "a sentence that names one cause of what has several",
	Why:    "Some things have several causes, nearly always. To name one is wrong, lays blame, and can make somebody who recognises it see no other way (ESP-06).",
	Wrong:  "The rain led to her accident.",
	Right:  "She had an accident. There are usually several causes; rain can be one.",
	Mend:   "say what happened without the link between cause and effect, or say that there are usually several causes. The words are the lists `multicausal`, `cause` and `causes` in data/lexicon/<lang>.yaml; what leads to a word of `led_to` (a page) or to a contact leads readers. A word of `sole_cause` (the only cause) says so of what it or the sentence before names, unless one of `negation` or `beyond` (more than one) stands there.",
	Safety: true,
	Source: func(p *Pass) {
		several, cause, causes := p.Words("multicausal"), p.Words("cause"), p.phrases("causes")
		sole, beyond, pages := p.Words("sole_cause"), p.Words("negation", "beyond"), p.Words("led_to")
		for t := range p.Passages() {
			if !several[t.Lang].Has(t.Text) {
				continue // nearly every text
			}
			quoted := text.Quotations(t.Text)
			before := false // whether the last sentence names it
			for _, s := range text.Sentences(t.Text) {
				sentence := s.Of(t.Text)
				named := several[t.Lang].Has(sentence)
				if only := sole[t.Lang].Find(sentence); len(only) > 0 && (named || before) && !beyond[t.Lang].Has(without(sentence, only[0])) && !text.IsQuestion(sentence) && !p.IsColophon(t.Page) {
					if at := s.From + only[0].From; !t.IsCode(at) && !text.Within(quoted, at) {
						p.Report(t.At(at), severalCauses, "%q, of what has several causes", only[0].Of(sentence))
						continue
					}
				}
				before = named
				verbs := slices.DeleteFunc(cause[t.Lang].Find(sentence), func(m text.Mention) bool { return leadsReaders(t, s.From+m.To, pages[t.Lang]) })
				if len(verbs) == 0 || text.HoldsAny(sentence, causes[t.Lang]) {
					continue
				}
				for _, m := range several[t.Lang].Find(sentence) {
					verb, near := nearby(sentence, verbs, m.From)
					if at := s.From + m.From; near && !t.IsCode(at) && !text.Within(quoted, at) {
						p.Report(t.At(at), severalCauses,
							"%q stands close to %q, as if it were the only cause", verb, m.Of(sentence))
					}
				}
			}
		}
	},
})

// without returns a sentence without a mention, which may hold words of its
// own.
func without(sentence string, m text.Mention) string { return sentence[:m.From] + sentence[m.To:] }

// leadsReaders reports whether a page or help follows a verb: who is led
// there is a reader.
func leadsReaders(t *site.Passage, at int, pages *text.Phrases) bool {
	rest := strings.TrimLeft(t.Text[at:], " ")
	if t.Para != nil {
		if link := t.Page.Doc.LinkAt(t.Para, len(t.Text)-len(rest)); link != nil && link.IsTo("contact") {
			return true
		}
	}
	next := strings.SplitN(rest, " ", 4)
	return pages.Has(strings.Join(next[:min(3, len(next))], " "))
}

const severalCauses = "say what happened; there are usually several causes"

// closeBy is how many words may stand between a cause and what it caused.
const closeBy = 6

// furthest bounds, in bytes, where so few words can end.
const furthest = 300

// nearby returns the mention that stands closest before or after a place,
// when it is close enough to belong to it.
func nearby(sentence string, mentions []text.Mention, at int) (verb string, ok bool) {
	i := slices.IndexFunc(mentions, func(m text.Mention) bool {
		between := sentence[min(m.To, at):max(m.From, at)]
		return len(between) <= furthest && len(strings.Fields(between)) <= closeBy
	})
	if i < 0 {
		return "", false
	}
	return mentions[i].Of(sentence), true
}
