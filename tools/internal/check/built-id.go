package check

import "comwijzer/tools/internal/built"

var _ = register(RenderedRules, Error, Rule{
	ID:    "built-id",
	Title: "two elements on a rendered page with one id",
	Why:   "Links, labels and screen readers find the first only (WCAG 4.1.2).",
	Wrong: `<h2 id="leiders">…<h2 id="leiders">`,
	Right: `<h2 id="leiders">…<h2 id="leiders-groep">`,
	Mend:  "correct the page, or the layout that gives the id.",
	Page: func(p *BuiltPass) func(*built.Page) {
		return func(page *built.Page) {
			seen := map[string]bool{}
			for _, id := range page.IDs {
				if seen[id.Value] {
					p.Report(id.Position, "give each element an id of its own", "id %q occurs twice", id.Value)
				}
				seen[id.Value] = true
			}
		}
	},
})
