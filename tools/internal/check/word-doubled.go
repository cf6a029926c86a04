package check

import (
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/text"
)

var _ = register(LanguageRules, Warning, Rule{
	ID:    "word-doubled",
	Title: "a word twice in a row, or two that deny",
	Why:   "It is the trace of a hasty change, and a screen reader says it twice. Who must not delete nothing, deletes.",
	Wrong: "Dat is is zo.",
	Right: "Dat is zo.",
	Mend:  "take one out; wijzer check --fix does so. Words of the list `twice` in data/lexicon/<lang>.yaml may be doubled. Two words that deny are one of `denies` and one of `denies_all` with one word between them at most, none of `twice` (not that nobody).",
	Source: func(p *Pass) {
		twice, denies, all := p.wordSets("twice"), p.Words("denies"), p.Words("denies_all")
		for t := range p.Passages() {
			var seconds []text.Mention
			first := denies[t.Lang].Find(t.Text)
			if len(first) > 0 {
				seconds = all[t.Lang].Find(t.Text)
			}
			for _, m := range first {
				if second, ok := rightAfter(seconds, t.Text, m); ok && !t.IsCode(m.From) && !twice[t.Lang][strings.ToLower(strings.TrimSpace(t.Text[m.To:second.From]))] {
					p.Report(t.At(m.From), "take one out: together they deny nothing", "%q", t.Text[m.From:second.To])
				}
			}
			for _, r := range doubled(t.Text) {
				word, _, _ := strings.Cut(r.Of(t.Text), " ")
				if t.Kind == "line" || twice[t.Lang][strings.ToLower(word)] || t.IsCode(r.From) {
					continue
				}
				fix := diag.Fix{}
				if t.IsOpen(r) {
					fix = diag.Fix{Old: r.Of(t.Text), New: word}
				}
				p.Fix(t.At(r.From), fix, "take one out", "%q", r.Of(t.Text))
			}
		}
	},
})

// doubled finds words of letters that stand twice or more, with one space
// between them.
func doubled(s string) (found []text.Range) {
	for from := 0; from < len(s); {
		word, rest, more := strings.Cut(s[from:], " ")
		next, _, _ := strings.Cut(rest, " ")
		next = strings.TrimRight(next, ".,;:?!)")
		if more && word != "" && len(next) == len(word) && strings.EqualFold(word, next) && text.Normal(word) == strings.ToLower(word) && text.Digits(word) == "" {
			to := from + len(word) + 1 + len(next)
			if last := len(found) - 1; last >= 0 && found[last].To == from+len(word) {
				found[last].To = to
			} else {
				found = append(found, text.Range{From: from, To: to})
			}
		}
		if !more {
			break
		}
		from += len(word) + 1
	}
	return found
}

// rightAfter returns which of some mentions follows another in the same
// clause, with one word between them at most.
func rightAfter(seconds []text.Mention, s string, m text.Mention) (text.Mention, bool) {
	second, ok := firstFrom(seconds, m.To)
	if !ok {
		return second, false
	}
	between := s[m.To:second.From]
	return second, len(strings.Fields(between)) <= 1 && !strings.ContainsAny(between, ".,;:?!()–'‘’\"“”[]")
}
