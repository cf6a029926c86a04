package check

import (
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

var _ = register(ReferencesRules, Info, Rule{
	ID:      "page-orphan",
	Title:   "a page that no other page's text links to",
	Why:     "Its section lists it, but a reader who would need it while reading something else never learns that it is there.",
	Wrong:   "content/fiets/onderhoud.xx.md, which no text links to",
	Right:   `[hoe u uw fiets onderhoudt](../fiets/onderhoud.md)`,
	Mend:    "link to it where another page touches on its subject.",
	Absence: true,
	Source: func(p *Pass) {
		linked := map[*site.Page]bool{}
		for link := range p.PageLinks() {
			if link.Page != link.From {
				linked[link.Page] = true
			}
		}
		for _, page := range p.Pages {
			if !linked[page] && page.IsReading() {
				p.Report(diag.Position{File: page.File}, "link to it from a page on a related subject", "no text links to page %q", page.Title)
			}
		}
	},
})
