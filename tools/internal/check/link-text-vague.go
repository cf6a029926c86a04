package check

import (
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "link-text-vague",
	Title:    "a link whose text does not say where it leads",
	Why:      "Many readers go from link to link, by eye or by ear; here and read more are all the same there (WCAG 2.4.4).",
	Wrong:    `Meer over leiders leest u [hier](organisatie.md).`,
	Right:    `Meer over leiders leest u bij [organisatie en omvang](organisatie.md).`,
	Mend:     "let the link be the words that name its goal. The texts that count as vague stand in data/lexicon, under vague_links.",
	Set:      LanguageRules,
	Severity: diag.Error,
	Source: func(p *Pass) {
		for _, lang := range p.Languages {
			vague := map[string]bool{}
			for _, phrase := range p.Lexicon(lang).Phrases("vague_links") {
				vague[text.Normal(phrase)] = true
			}
			for _, page := range p.Pages {
				if page.Lang == lang {
					reportVague(p, page.Doc, vague)
				}
			}
		}
	},
})

func reportVague(p *Pass, doc *md.Doc, vague map[string]bool) {
	for _, link := range doc.Links {
		if !link.IsMark() && vague[text.Normal(link.Text)] {
			p.Report(link.Position, "name what stands there: the page's title, the term, the organisation",
				"link text %q does not say where it leads", link.Text)
		}
	}
}
