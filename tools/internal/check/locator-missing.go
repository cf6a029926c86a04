package check

import (
	"strings"

	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/diag"
)

var _ = register(Rule{
	ID:       "locator-missing",
	Title:    "a citation that does not say where in the source",
	Why:      "Nobody finds one sentence again in a report of a hundred pages.",
	Wrong:    `… in drie delen. [z.p.](cite:hcss-com)`,
	Right:    `… in drie delen. [hfst. 2](cite:hcss-com)`,
	Mend:     "name the chapter, section, paragraph, note or heading. Where the claim is about the work as a whole, write that: hele tekst, whole text. A source without parts gets z.p. or n. pag.",
	Severity: diag.Warning,
	Source: func(p *Pass) {
		divided := divisions(p)
		for _, c := range p.Citations() {
			parts := divided[c.Source.Record]
			switch {
			case parts != nil && cite.IsNoLocator(c.Locator):
				p.Report(c.Position, "the source has "+parts.String(), "citation of %q without place in it", c.Source.ID)
			case c.Link && strings.TrimSpace(c.Locator) == "":
				p.Report(c.Position, "write the place, or z.p. (n. pag.) when it has none", "citation of %q without text", c.Source.ID)
			}
		}
	},
})
