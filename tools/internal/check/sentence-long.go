package check

import (
	"strings"

	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(LanguageRules, Warning, Rule{
	ID:     "sentence-long",
	Title:  "a sentence with more words than a page of its type may have",
	Why:    "At the end of a long sentence its beginning is forgotten (ESP-30).",
	Wrong:  "Bel bij direct gevaar 112, en als er geen direct gevaar is maar u zich toch zorgen maakt, dan kunt u, ook als u niet zeker bent, de Fietslijn om advies vragen.",
	Right:  "Bel bij direct gevaar 112. Maakt u zich zorgen? Vraag de Fietslijn om advies, ook als u niet zeker bent.",
	Mend:   "make it two. The limit stands under `reading` in the schema of the page's type: 25 words on pages for practice, 30 on others.",
	Safety: true,
	Source: func(p *Pass) {
		formulas := p.Formulas()
		for _, page := range p.Pages {
			limits, ok := page.ReadingLimits()
			formula := formulas[page.Lang]
			if !ok || formula == nil {
				continue
			}
			for para := range page.Doc.Prose() {
				for _, s := range longSentences(para, formula, limits.Sentence) {
					p.Report(page.Doc.At(para, s.From), "make it two sentences",
						"sentence of %d words, where %d are the most: %q", s.Words, limits.Sentence, text.Head(s.Of(para.Text)))
				}
			}
		}
	},
})

// longSentences lists the sentences of a paragraph with more words than any
// may have. The cells of tables hold no sentences.
func longSentences(para *md.Paragraph, formula *text.Formula, most int) (long []site.Sentence) {
	for _, s := range text.Sentences(para.Text) {
		sentence := s.Of(para.Text)
		if para.Kind == "cell" || strings.Count(sentence, " ") < most { // nearly every one
			continue
		}
		if m := formula.Sentence(sentence, nil); m.Words > most {
			long = append(long, site.Sentence{Measure: m, Range: s, Para: para})
		}
	}
	return long
}
