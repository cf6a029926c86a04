package check

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"comwijzer/tools/internal/text"
)

var _ = register(SafetyRules, Error, Rule{
	ID:    "person-named",
	Title: "a person named after what he or she does, who made no source",
	Why:   "Names of professionals help nobody here, and make them findable for those who wish them harm. A maker of a source stands in its reference.",
	Wrong: "Volgens onderzoeker Jan Voorbeeld is de stad te druk.",
	Right: "Volgens een onderzoeker is de stad te druk.",
	Mend:  "write the role and the organisation. Roles are the list `roles` in data/lexicon/<lang>.yaml; a name is an initial or a word with a capital and another such word, and no part of the name of a source's maker, a contact or a term.",
	Source: func(p *Pass) {
		known := sync.OnceValue(func() string { return knownNames(p) })
		roles := p.Words("roles")
		for t := range p.Passages() {
			for _, m := range roles[t.Lang].Find(t.Text) {
				if name := nameAfter(t.Text[m.To:]); name != "" && !t.IsCode(m.From) && !strings.Contains(known(), text.Fold(name)) {
					p.Report(t.At(m.From), "write the role and the organisation", "%q is named after %q", name, m.Of(t.Text))
				}
			}
		}
	},
})

// maxName bounds a name of two words, in bytes.
const maxName = 200

// nameAfter returns the first two words of a text where both could be parts
// of a name, "" otherwise.
func nameAfter(s string) string {
	if !strings.HasPrefix(s, " ") {
		return ""
	}
	words := strings.Fields(s[:min(len(s), maxName)])
	if len(words) < 2 || !isNamePart(words[0]) || !isNamePart(words[1]) {
		return ""
	}
	return words[0] + " " + strings.TrimRight(words[1], ".,;:)")
}

// isNamePart reports whether a word is an initial, or has one capital, at
// its head.
func isNamePart(word string) bool {
	first, size := utf8.DecodeRuneInString(word)
	rest := strings.TrimRight(word[size:], ".,;:)")
	return unicode.IsUpper(first) && strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLower(r) && r != '-' }) < 0
}
