package check

import (
	"slices"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "link-fragment",
	Title:    "a link to a heading that does not exist",
	Why:      "The reader lands at the top of a long page instead of at the answer.",
	Wrong:    `[leiders](organisatie.md#lieders)`,
	Right:    `[leiders](organisatie.md#leiders)`,
	Mend:     "use the heading's id; give a heading that others link to an id of its own: ## Leiders {#leiders}.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		eachPageLink(p, func(page *site.Page, link md.Link, target site.Target) {
			if target.Page == nil || target.Page.HasAnchor(target.Fragment) {
				return
			}
			ids := slices.Clone(target.Page.Doc.Anchors)
			for _, h := range target.Page.Doc.Headings {
				ids = append(ids, h.ID)
			}
			p.Report(link.Position, text.DidYouMean(target.Fragment, ids, "check the headings of "+target.Page.File),
				"no heading %q in %s", target.Fragment, target.Page.File)
		})
	},
})
