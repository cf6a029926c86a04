package check

import (
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
)

// eachDefinition visits the pages of terms, with the first paragraph of each,
// nil when there is none.
func eachDefinition(p *Pass, visit func(*site.Term, *site.Page, *md.Paragraph)) {
	for _, t := range p.Terms {
		for _, lang := range p.Languages {
			page := t.Pages[lang]
			if page == nil {
				continue
			}
			var first *md.Paragraph
			if len(page.Doc.Paragraphs) > 0 {
				first = &page.Doc.Paragraphs[0]
			}
			visit(t, page, first)
		}
	}
}
