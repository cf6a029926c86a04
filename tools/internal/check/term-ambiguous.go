package check

import (
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
)

var _ = register(Rule{
	ID:       "term-ambiguous",
	Title:    "a word that is a form of several terms, without a link to one of them",
	Why:      "Only the author knows which of them is meant; the reader and the search engine do not.",
	Wrong:    "Zij gaven hem een merk.   # a form of two terms",
	Right:    "Zij gaven hem een [merk](term:brandmerk).",
	Mend:     "link the term that is meant, or use a word that says which. wijzer check --fix leaves these alone.",
	Severity: diag.Warning,
	Source: func(p *Pass) {
		glossaries := p.linkable()
		for _, page := range p.Pages {
			if g := glossaries[page.Lang]; page.Type != "begrip" && g.hasRivals() {
				ambiguous(p, page, g)
			}
		}
	},
})

func (g *glossary) hasRivals() bool {
	return slices.ContainsFunc(g.owners, func(owners []*site.Term) bool { return len(owners) > 1 })
}

func ambiguous(p *Pass, page *site.Page, g *glossary) {
	linked := map[*site.Term]bool{} // on this page: then the reader can know
	for _, ref := range page.Refs {
		if ref.Kind == "term" {
			linked[p.Term(ref.ID)] = true
		}
	}
	eachFirstUse(p, page, g, func(para *md.Paragraph, use termUse, _ []termUse) {
		if use.link != nil || len(use.rivals) == 0 || slices.ContainsFunc(use.rivals, func(t *site.Term) bool { return linked[t] }) {
			return
		}
		word := para.Text[use.from:use.to]
		var ids, links []string
		for _, t := range use.rivals {
			ids = append(ids, t.ID)
			links = append(links, "["+word+"](term:"+t.ID+")")
		}
		p.Report(page.Doc.At(para, use.from), "write "+strings.Join(links, " or "), "%q may be term %s", word, strings.Join(ids, " or "))
	})
}
