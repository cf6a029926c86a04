package check

import "comwijzer/tools/internal/diag"

var _ = register(Rule{
	ID:       "built-withdrawn",
	Title:    "a rendered page that rests on a withdrawn work and does not say so",
	Why:      "A claim whose source took it back must not be read as if nothing had happened.",
	Wrong:    "a page that cites a withdrawn work, rendered from content/",
	Right:    "that page rendered from .gen/content/, with a notice that has data-withdrawn",
	Mend:     "let config.toml mount .gen/content before content, and the base layout show parts/withdrawn.html.",
	Severity: diag.Error,
	Built: func(p *BuiltPass) {
		published := p.Source.AsPublished()
		for _, page := range published.Pages {
			if published.Withheld()[page.File] == nil {
				continue
			}
			if made := p.Site.Page(published.URL(page)); made != nil && !made.HasData("data-withdrawn") {
				p.Report(diag.Position{File: page.File}, "let config.toml mount .gen/content before content",
					"%s rests on a withdrawn work and does not say so", made.URL)
			}
		}
	},
})
