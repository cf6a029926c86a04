package check

import (
	"comwijzer/tools/internal/built"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

var _ = register(RenderedRules, Error, Rule{
	ID:    "built-withdrawn",
	Title: "a rendered page that rests on a withdrawn work and does not say so",
	Why:   "A claim whose source took it back must not be read as if nothing had happened.",
	Wrong: "a page that cites a withdrawn work, rendered from content/",
	Right: "that page rendered from .gen/content/, with a notice that has data-withdrawn",
	Mend:  "let config.toml mount .gen/content before content, and the base layout show parts/withdrawn.html.",
	Page: func(p *BuiltPass) func(*built.Page) {
		withheld := p.Source.AsPublished().Withheld()
		return p.fromSource(func(page *built.Page, source *site.Page) {
			if withheld[source.File] != nil && !page.HasData("data-withdrawn") {
				p.Report(diag.Position{File: source.File}, "let config.toml mount .gen/content before content",
					"%s rests on a withdrawn work and does not say so", page.URL)
			}
		})
	},
})
