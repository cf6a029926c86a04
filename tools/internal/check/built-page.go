package check

import (
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "built-page",
	Title:    "a page of the source that is not rendered at its address",
	Why:      "Exports and links to a page rely on its address; a page that silently is not there is worse than a dead link.",
	Wrong:    `slug: three parts`,
	Right:    `slug: three-parts`,
	Mend:     "check draft, slug and the permalinks in config.toml.",
	Severity: diag.Error,
	Built: func(p *BuiltPass) {
		for _, page := range p.Source.Pages {
			if url := p.Source.URL(page); page.Published() && p.Site.Page(url) == nil {
				p.Report(diag.Position{File: page.File}, text.DidYouMean(url, p.URLs(), ""), "no rendered page at %q", url)
			}
		}
	},
})
