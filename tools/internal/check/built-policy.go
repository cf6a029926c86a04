package check

import (
	"slices"

	"comwijzer/tools/internal/built"
)

var _ = register(RenderedRules, Error, Rule{
	ID:    "built-policy",
	Title: "a page without the content security policy that the others have",
	Why:   "The policy is what keeps foreign code and requests out. A page that did not come from the site's layouts lacks it, on the same address.",
	Wrong: "a copy of a page in static/",
	Right: "a page in content/",
	Mend:  "make it a page in content/, or give its layout the head that the others have. A page that only leads on needs none.",
	Built: func(p *BuiltPass) {
		if !slices.ContainsFunc(p.Pages, func(page *built.Page) bool { return page.Policy != "" }) {
			return
		}
		for _, page := range p.Pages {
			if page.Policy == "" && !page.Redirect {
				p.Report(page.Lang.Position, "make it a page in content/", "no content security policy on %s", page.URL)
			}
		}
	},
})
