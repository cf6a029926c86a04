package check

import "comwijzer/tools/internal/text"

var _ = register(LanguageRules, Error, Rule{
	ID:    "link-text-vague",
	Title: "a link whose text does not say where it leads",
	Why:   "Many readers go from link to link, by eye or by ear; here and read more are all the same there (WCAG 2.4.4).",
	Wrong: `Meer over leiders leest u [hier](organisatie.md).`,
	Right: `Meer over leiders leest u bij [organisatie en omvang](organisatie.md).`,
	Mend:  "let the link be the words that name its goal. The texts that count as vague stand in data/lexicon, under vague_links.",
	Source: func(p *Pass) {
		vague := p.wordSets("vague_links")
		for _, page := range p.Pages {
			for _, link := range page.Doc.Links {
				if !link.IsMark() && vague[page.Lang][text.Normal(link.Text)] {
					p.Report(link.Position, "name what stands there: the page's title, the term, the organisation",
						"link text %q does not say where it leads", link.Text)
				}
			}
		}
	},
})
