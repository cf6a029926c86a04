package check

import (
	"slices"
	"strings"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(SafetyRules, Warning, Rule{
	ID:      "conviction-caseless",
	Title:   "words of conviction in a paragraph without a case",
	Why:     "Who is a suspect is not guilty. A statement about guilt needs a status and a date, and those are kept in the record of the case.",
	Wrong:   `De leider is veroordeeld.`,
	Right:   `De leider is veroordeeld ([stand van de zaak](case:nl-fiets)).`,
	Mend:    "link to the case in the same paragraph, or say it without judging. The words stand under conviction in data/lexicon/; a sentence about people in general (a word of `anybody`) that denies it, or leaves it open (a word of `negation`, `open` or `innocent`), blames nobody, and neither does a cell with nothing but the word, or a quotation in one, or the word alone in quotation marks, or a question; pages about the site itself (params.colophon) are not looked at.",
	ByWords: true,
	Safety:  true,
	Source: func(p *Pass) {
		words, anybody, unproven := p.asWritten("conviction"), p.Words("anybody"), p.Words("negation", "open", "innocent")
		for _, page := range p.Pages {
			if !p.IsColophon(page) {
				convictions(p, page, words[page.Lang], func(sentence string) bool {
					return anybody[page.Lang].Has(sentence) && unproven[page.Lang].Has(sentence)
				})
			}
		}
	},
})

// isWord reports whether a phrase is all that stands in a quotation.
func isWord(s string, at text.Range, quotations []text.Range) bool {
	return slices.ContainsFunc(quotations, func(q text.Range) bool {
		return q.Holds(at.From) && !strings.ContainsFunc(s[q.From:at.From]+s[at.To:q.To], text.InWord)
	})
}

func convictions(p *Pass, page *site.Page, words *text.Phrases, blamesNobody func(string) bool) {
	for t := range page.Prose() {
		isNobodys := once(func(said text.Range) bool { return blamesNobody(said.Of(t.Text)) })
		for _, m := range words.Find(t.Text) {
			if text.IsQuestion(t.SentenceAt(m.From).Of(t.Text)) {
				continue
			}
			quoted := text.Quotations(t.Text)
			if t.Kind == "cell" && (m.Of(t.Text) == t.Text || text.Within(quoted, m.From)) || isWord(t.Text, m.Range, quoted) { // a table of words, or a word that is spoken of
				continue
			}
			if !t.IsCode(m.From) && !page.Doc.Leads(t.Para, "case") && !isNobodys(t.SentenceAt(m.From)) {
				p.Report(t.At(m.From), "link to the case in this paragraph, or say it without judging", "%q without the case it is about", m.Of(t.Text))
			}
		}
	}
}
