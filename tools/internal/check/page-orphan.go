package check

import (
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
)

var _ = register(Rule{
	ID:       "page-orphan",
	Title:    "a page that no other page's text links to",
	Why:      "Its section lists it, but a reader who would need it while reading something else never learns that it is there.",
	Wrong:    "content/fiets/onderhoud.xx.md, which no text links to",
	Right:    `[hoe u uw fiets onderhoudt](../fiets/onderhoud.md)`,
	Mend:     "link to it where another page touches on its subject.",
	Severity: diag.Info,
	Absence:  true,
	Source: func(p *Pass) {
		linked := map[*site.Page]bool{}
		eachPageLink(p, func(page *site.Page, _ md.Link, target site.Target) {
			if target.Page != page {
				linked[target.Page] = true
			}
		})
		for _, page := range p.Pages {
			if !linked[page] && isReading(page) {
				p.Report(diag.Position{File: page.File}, "link to it from a page on a related subject", "no text links to page %q", page.Title)
			}
		}
	},
})

// isReading tells the pages that are for reading from the front pages of
// sections, which lists and menus lead to, and from terms and the search page.
func isReading(page *site.Page) bool {
	return !page.IsSection() && page.Type != "begrip" && page.Type != "zoeken"
}
