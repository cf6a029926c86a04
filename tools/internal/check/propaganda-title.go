package check

import (
	"strings"

	"comwijzer/tools/internal/text"
)

// nearTitle is how far a title stands from the word that says what it is
// of.
const nearTitle = 40

var _ = register(SafetyRules, Warning, Rule{
	ID:     "propaganda-title",
	Title:  "something in quotation marks beside a word for handbooks, manifestos or chat logs",
	Why:    "A title is a key to search with. That such writings exist is enough to know (ESP-15).",
	Wrong:  `Het handboek "Naam van het handboek" gaat rond.`,
	Right:  "Er gaan geschreven draaiboeken rond. Dat laat zien dat het bewust gebeurt.",
	Mend:   "leave the title out. The words are the list `writings` in data/lexicon/<lang>.yaml; titles that are known stand, as hashes, among the denied names. Pages about the site itself (params.colophon) are not looked at.",
	Safety: true,
	Source: func(p *Pass) {
		for t, words := range p.Together("", "writings") {
			if title := titleBeside(t.Text, words[0].Range); title != "" {
				p.Report(t.At(words[0].From), "leave the title out", "%q beside %q", words[0].Of(t.Text), title)
			}
		}
	},
})

// titleBeside returns what stands in quotation marks near a word, in the
// same sentence; "" for nothing.
func titleBeside(prose string, word text.Range) string {
	s, quoted := text.SentenceAt(prose, word.From), text.Quotations(prose)
	if text.Within(quoted, word.From) {
		return "" // it is the word that the sentence is about
	}
	for _, q := range quoted {
		gap := max(q.From-word.To, word.From-q.To)
		if gap <= nearTitle && q.From >= s.From && q.To <= s.To && strings.ContainsFunc(q.Of(prose), text.InWord) {
			return q.Of(prose)
		}
	}
	return ""
}
