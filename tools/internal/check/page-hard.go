package check

import (
	"fmt"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(LanguageRules, Info, Rule{
	ID:    "page-hard",
	Title: "a page that is harder to read than its type should be",
	Why:   "Who needs this page reads it in a hurry, between two other things, and perhaps not in a first language (ESP-30).",
	Wrong: "De vervlechting van fiets- en autoverkeer noopt tot herijking van het instrumentarium.",
	Right: "Fietsers en auto's delen de weg. Daarom is een andere aanpak nodig.",
	Mend: "begin with the sentences named after the page, which cost it most: split them, or say them in shorter words. It is advice: a formula counts, and knows nothing of sense. " +
		"The formula of each language stands under `reading` in data/lexicon/<lang>.yaml; the limits stand under `reading` in the schema of the page's type. " +
		"Pages of fewer than 100 words are not judged, those of more than some 1,200 by a sample of their paragraphs. Numbers and names, in contacts or by their capital, and long words that are a term by themselves are words of a sentence, but their syllables do not count: nobody can write them shorter. `wijzer readability` prints all pages.",
	Safety: true,
	Source: func(p *Pass) {
		for _, r := range p.Readings() {
			if !r.IsHard() {
				continue
			}
			p.Report(diag.Position{File: r.Page.File}, "begin with the sentences named below", "%s", verdict(r))
			for _, s := range r.Costly(mostCostly) {
				p.Report(r.Page.Doc.At(s.Para, s.From), "split it, or say it in shorter words",
					"sentence of %d words with %.1f syllables per word: %q", s.Words, s.SyllablesPerWord(), text.Head(s.Of(s.Para.Text)))
			}
		}
	},
})

// mostCostly is how many sentences of a page are named.
const mostCostly = 3

// verdict says why a page is hard.
func verdict(r *site.Reading) string {
	ease, _ := r.Score()
	measured := fmt.Sprintf("reading ease %.0f (%s) with %.1f words per sentence", ease, r.Formula.Name, r.Whole.WordsPerSentence())
	return fmt.Sprintf("%s; a page of type %q is to have at least %d, and at most %d", measured, r.Page.Type, r.Limits.Ease, r.Limits.Average)
}
