package check

import (
	"slices"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
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
	Severity: diag.Warning,
	Safety:   true,
	Source: func(p *Pass) {
		for _, lang := range p.Languages {
			words := text.NewPhrases(p.Lexicon(lang).Phrases("conviction"))
			for _, page := range p.Pages {
				if page.Lang == lang && !slices.Contains(p.Config.Params.Colophon, page.Section) {
					convictions(p, page, words)
				}
			}
		}
	},
})

func convictions(p *Pass, page *site.Page, words *text.Phrases) {
	for i := range page.Doc.Paragraphs {
		para := &page.Doc.Paragraphs[i]
		for _, m := range words.Find(para.Text) {
			if !para.Literal(m.From) && !namesCase(page.Doc, para) {
				p.Report(page.Doc.At(para, m.From), "link to the case in this paragraph, or say it without judging",
					"%q without the case it is about", para.Text[m.From:m.To])
			}
		}
	}
}

func namesCase(doc *md.Doc, para *md.Paragraph) bool {
	return slices.ContainsFunc(para.Links, func(i int) bool {
		scheme, _ := md.SplitDest(doc.Links[i].Dest)
		return scheme == "case"
	})
}
