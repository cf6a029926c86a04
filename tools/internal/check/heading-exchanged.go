package check

import (
	"slices"
	"strings"

	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "heading-exchanged",
	Title:    "two headings of a page that have each other's ids",
	Why:      "What stands under the one heading answers the other, and every link to it leads to the wrong answer.",
	Wrong:    "## Wat u niet doet {#wat-wel}\n\nBel iemand.\n\n## Wat wel helpt {#wat-niet}",
	Right:    "## Wat wel helpt {#wat-wel}\n\nBel iemand.\n\n## Wat u niet doet {#wat-niet}",
	Mend:     "put each heading above its own text. Compared are words of three letters or more: neither heading has one of its own id, and each has one of the other's.",
	Set:      StructureRules,
	Severity: Warning,
	Source: func(p *Pass) {
		for _, page := range p.Pages {
			headings := slices.DeleteFunc(slices.Clone(page.Doc.Headings), func(h md.Heading) bool { return !h.Explicit || isNamed(h, h) })
			for i, h := range headings {
				for _, other := range headings[i+1:] {
					if isNamed(h, other) && isNamed(other, h) {
						p.Report(other.Position, "put each heading above its own text", "%q and %q have each other's ids", text.Head(h.Text), text.Head(other.Text))
					}
				}
			}
		}
	},
})

// isNamed reports whether a heading has a word of the id of another, or of itself.
func isNamed(h, id md.Heading) bool {
	words := beginnings(h.Text)
	return slices.ContainsFunc(beginnings(strings.ReplaceAll(id.ID, "-", " ")), func(word string) bool { return slices.Contains(words, word) })
}
