package check

import (
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "conviction-caseless",
	Title:    "words of conviction in a paragraph without a case",
	Why:      "Who is a suspect is not guilty. A statement about guilt needs a status and a date, and those are kept in the record of the case.",
	Wrong:    `De leider is veroordeeld.`,
	Right:    `De leider is veroordeeld ([stand van de zaak](case:nl-fiets)).`,
	Mend:     "link to the case in the same paragraph, or say it without judging. The words stand under conviction in data/lexicon/; pages about the site itself (params.colophon) are not looked at.",
	Set:      SafetyRules,
	Severity: Warning,
	Safety:   true,
	Source: func(p *Pass) {
		words := p.asWritten("conviction")
		for _, page := range p.Pages {
			if !p.IsColophon(page) {
				convictions(p, page, words[page.Lang])
			}
		}
	},
})

func convictions(p *Pass, page *site.Page, words *text.Phrases) {
	for i := range page.Doc.Paragraphs {
		para := &page.Doc.Paragraphs[i]
		for _, m := range words.Find(para.Text) {
			if !para.Literal(m.From) && !page.Doc.Leads(para, "case") {
				p.Report(page.Doc.At(para, m.From), "link to the case in this paragraph, or say it without judging",
					"%q without the case it is about", para.Text[m.From:m.To])
			}
		}
	}
}
