package check

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/locator"
	"comwijzer/tools/internal/site"
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
		eachLocated(p, func(c located) {
			parts := partsOf(c.source)
			switch {
			case locator.None(c.locator) && parts != "":
				p.Report(c.Position, "the source has "+parts, "citation of %q without place in it", c.source.ID)
			case strings.TrimSpace(c.locator) == "" && c.link:
				p.Report(c.Position, "write the place, or z.p. (n. pag.) when it has none", "citation of %q without text", c.source.ID)
			}
		})
	},
})

// partsOf says in words what parts a source is recorded to have, "" for none.
func partsOf(source *site.Record) string {
	var words []string
	all := extents(source)
	for _, kind := range slices.Sorted(maps.Keys(all)) {
		words = append(words, fmt.Sprintf("%s %d to %d", kind, all[kind].first, all[kind].last))
	}
	if n := len(headings(source)); n > 0 {
		words = append(words, fmt.Sprintf("%d headings", n))
	}
	return strings.Join(words, ", ")
}
