package check

import (
	"slices"
	"strings"
)

var _ = register(GlossaryRules, Error, Rule{
	ID:    "form-stop-word",
	Title: "a form of a term that is a stop word",
	Why:   "A word such as “de” stands in every sentence: as a form of a term it would be linked and found everywhere.",
	Wrong: "forms: [bel, de]",
	Right: "forms: [bel]",
	Mend:  "leave it out of the term. The stop words are the list `stop_words` in data/lexicon/<lang>.yaml.",
	Source: func(p *Pass) {
		for _, lang := range p.Languages {
			stops := p.Lexicon(lang).Phrases("stop_words")
			for e := range p.Entries(lang) {
				for _, form := range slices.Concat(e.Names(), e.Authored.Parts) {
					if !isCapitals(form) && slices.Contains(stops, strings.ToLower(form)) {
						p.Report(e.At(form), "leave it out", "form %q of term %q is a stop word", form, e.Term.ID)
					}
				}
			}
		}
	},
})

// isCapitals reports whether a form is an abbreviation, which its capitals
// tell from a word: OM, WHO.
func isCapitals(form string) bool { return len(form) > 1 && form == strings.ToUpper(form) }
