package check

import (
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
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
		for link := range p.PageLinks() {
			target := link.Page
			if target == nil || target.HasAnchor(link.Fragment) {
				continue
			}
			ids := slices.Clone(target.Doc.Anchors)
			for _, h := range target.Doc.Headings {
				ids = append(ids, h.ID)
			}
			file, fragment, _ := strings.Cut(link.Dest, "#")
			fix := linkFix(file+"#", corrected(fragment, ids), "")
			if link.InBlock {
				fix = corrected(fragment, ids)
			}
			p.Fix(link.Position, fix, text.DidYouMean(link.Fragment, ids, "check the headings of "+target.File), "no heading %q in %s", link.Fragment, target.File)
		}
	},
})
