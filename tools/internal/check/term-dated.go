package check

import (
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "term-dated",
	Title:    "what holds since one year on one page and since another on another, by one source",
	Why:      "Of a law with two beginnings one is wrong, and a professional acts on it.",
	Wrong:    "Bellen is strafbaar sinds 2022. [p. 1](cite:wet)   # elsewhere: Bellen is strafbaar sinds 2024. [p. 1](cite:wet)",
	Right:    "Bellen is strafbaar sinds 2024. [p. 1](cite:wet)",
	Mend:     "look it up in the source, and correct the other. Compared are sentences with a word of `in_force` (data/lexicon/<lang>.yaml), a term or the like, a year and a citation.",
	Set:      GlossaryRules,
	Severity: diag.Warning,
	Source: func(p *Pass) {
		first := map[string]beginning{} // by language, source and term
		for _, lang := range p.Languages {
			terms, words := p.Finder(lang, func(*glossary.Term) bool { return true }), p.Lexicon(lang).Words("in_force")
			for _, page := range p.Pages {
				if page.Lang != lang {
					continue
				}
				for t := range page.Prose() {
					for _, m := range words.Find(t.Text) {
						sentence := text.SentenceAt(t.Text, m.From)
						years := yearsIn(sentence.Of(t.Text))
						if len(years) == 0 {
							continue
						}
						for _, named := range terms.Find(sentence.Of(t.Text)) {
							for _, source := range citedWith(t, sentence) {
								compareBeginnings(p, first, lang+" "+source+" "+named.Terms[0].ID, beginning{t, m, years}, source)
							}
						}
					}
				}
			}
		}
	},
})

// beginning is a sentence that says since when something holds.
type beginning struct {
	*site.Passage
	word  text.Mention
	years []string
}

func compareBeginnings(p *Pass, first map[string]beginning, key string, b beginning, source string) {
	was, known := first[key]
	if !known {
		first[key] = b
		return
	}
	if !slices.ContainsFunc(b.years, func(y string) bool { return slices.Contains(was.years, y) }) {
		p.Report(b.At(b.word.From), "look it up in source "+source, "%s here, and %s in %s", strings.Join(b.years, ", "), strings.Join(was.years, ", "), was.At(was.word.From))
	}
}

// citedWith lists the sources that are cited in a sentence or right after it.
func citedWith(t *site.Passage, sentence text.Range) (ids []string) {
	for id, link := range t.References("cite") {
		if link.Offset > sentence.From && link.Offset <= sentence.To {
			ids = append(ids, id)
		}
	}
	return ids
}
