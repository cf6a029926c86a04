package check

import (
	"fmt"
	"strings"
)

var _ = register(StructureRules, Error, Rule{
	ID:    "heading-skip",
	Title: "a heading of level one, or one that skips a level",
	Why:   "People who listen to a page find their way by its headings (WCAG 1.3.1); the title is the page's only level one.",
	Wrong: "## Organisatie\n\n#### Leiders",
	Right: "## Organisatie\n\n### Leiders",
	Mend:  "start at ## and go down one level at a time.",
	Source: func(p *Pass) {
		for _, page := range p.Pages {
			above := 1
			for _, h := range page.Doc.Headings {
				switch {
				case h.Level == 1:
					p.Report(h.Position, "use ##", "heading %q has level one, which is the title's", h.Text)
				case h.Level > above+1:
					p.Report(h.Position, fmt.Sprintf("use %s", strings.Repeat("#", above+1)), "heading %q skips from level %d to %d", h.Text, above, h.Level)
				}
				above = h.Level
			}
		}
	},
})
