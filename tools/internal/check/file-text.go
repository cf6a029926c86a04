package check

import (
	"slices"
	"strings"

	"comwijzer/tools/internal/text"
)

var _ = register(LanguageRules, Error, Rule{
	ID:     "file-text",
	Title:  "a word that is never written, in a file that is published as it is",
	Why:    "Readers and search engines read a drawing and a plain text as they read a page.",
	Wrong:  "static/tekening.svg, with a word of the list `deny`",
	Right:  "the same in other words, or on a page",
	Mend:   "write other words there, or keep the file outside content/ and static/. The words are the lists `deny` in data/lexicon/<lang>.yaml, of all languages.",
	Safety: true,
	Source: func(p *Pass) {
		var words []string
		for _, lang := range p.Languages {
			for _, entry := range p.Lexicon(lang).Unwanted("deny") {
				if len(entry.With) == 0 && len(entry.Unless) == 0 {
					words = append(words, strings.ToLower(entry.Word))
				}
			}
		}
		slices.Sort(words)
		denied := text.NewPhrases(slices.Compact(words))
		for at, said := range p.FileTexts() {
			said = strings.ToLower(said)
			for _, m := range denied.Find(said) {
				p.Report(at, "write other words", "%q in a file that is published as it is", m.Of(said))
			}
		}
	},
})
