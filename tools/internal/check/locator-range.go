package check

import (
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/locator"
	"comwijzer/tools/internal/near"
)

var _ = register(Rule{
	ID:       "locator-range",
	Title:    "a citation of a place that the source does not have",
	Why:      "A reader who looks up chapter 9 of seven stops believing the rest.",
	Wrong:    `… in drie delen. [hfst. 9](cite:hcss-com)`,
	Right:    `… in drie delen. [hfst. 2](cite:hcss-com)`,
	Mend:     "look the place up; when the source does have it, correct parts in the source's record.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		eachLocated(p, func(c located) {
			if parts := partsOf(c.source); parts != "" {
				for _, part := range locator.Parse(c.locator, c.lang) {
					inSource(p, c, part, parts)
				}
			}
		})
	},
})

func inSource(p *Pass, c located, part locator.Part, parts string) {
	if part.Kind == "heading" {
		headingInSource(p, c, part.Title)
		return
	}
	whole, known := extents(c.source)[part.Kind]
	switch {
	case !known:
		p.Report(c.Position, "its record has "+parts, "%q: source %q is not known to have a %s", c.locator, c.source.ID, part.Kind)
	case part.First > part.Last:
		p.Report(c.Position, "put the lower number first", "%q runs backwards", c.locator)
	case part.First < whole.first || part.Last > whole.last:
		p.Report(c.Position, "its record has "+parts, "%q: source %q has no such %s", c.locator, c.source.ID, part.Kind)
	}
}

func headingInSource(p *Pass, c located, title string) {
	known := headings(c.source)
	same := func(h string) bool { return fold(h) == fold(title) }
	if len(known) > 0 && !slices.ContainsFunc(known, same) {
		p.Report(c.Position, near.Hint(title, known, "its record has: "+strings.Join(known, "; ")),
			"%q: source %q has no such heading", c.locator, c.source.ID)
	}
}
