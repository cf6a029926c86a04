package check

import (
	"fmt"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/text"
)

var _ = register(RenderedRules, Error, Rule{
	ID:    "built-page",
	Title: "a page, redirect, tombstone or released file that is not published at its address",
	Why:   "Exports and links to a page rely on its address; a page that silently is not there is worse than a dead link.",
	Wrong: `slug: three parts`,
	Right: `slug: three-parts`,
	Mend:  "check draft, slug and the permalinks in config.toml.",
	Built: func(p *BuiltPass) {
		for _, page := range p.Source.Pages {
			if page.Published() {
				reportUnrendered(p, diag.Position{File: page.File}, p.Source.URL(page))
			}
		}
		for i, m := range p.Source.Redirects().Addresses {
			reportUnrendered(p, p.Source.List("redirects").Position(fmt.Sprintf("/addresses/%d/was", i)), m.Was)
		}
		for _, g := range p.Source.Gone() {
			reportUnrendered(p, g.Position("/was"), g.URL)
		}
		for i, file := range p.Source.Released().Files {
			if !p.Files[strings.TrimPrefix(file, "/")] {
				p.Report(p.Source.List("released").Position(fmt.Sprintf("/files/%d", i)), "publish it again, or take it off the list when nobody uses it",
					"file %q was released and is gone", file)
			}
		}
	},
})

func reportUnrendered(p *BuiltPass, at diag.Position, url string) {
	if p.Site.Page(url) == nil {
		p.Report(at, text.DidYouMean(url, p.near(p.URLs()), ""), "no rendered page at %q", url)
	}
}
