package check

import (
	"slices"
	"strings"

	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(StructureRules, Error, Rule{
	ID:    "heading-duplicate",
	Title: "two headings on a page with one id, or with each other's",
	Why:   "Links to the second lead to the first, or change when a heading is added. Where two have each other's ids, every link to one leads to the wrong answer.",
	Wrong: "## Leiders\n\n## Leiders",
	Right: "## Leiders\n\n## Leiders in de groep {#leiders-groep}",
	Mend:  "word one of them differently, or give it an id of its own: {#id}; put each heading above its own text. For ids that were exchanged words of three letters or more are compared: neither heading has one of its own id, and each has one of the other's.",
	Source: func(p *Pass) {
		for _, page := range p.Pages {
			reportExchangedIDs(p.As(Warning), page)
			for _, h := range page.Doc.Headings {
				if h.Duplicate {
					p.Report(h.Position, "word it differently or add {#an-id-of-its-own}", "heading %q has the id of an earlier one", h.Text)
				}
			}
		}
	},
})

// reportExchangedIDs reports two headings of a page that have each other's
// ids.
func reportExchangedIDs(r reporter, page *site.Page) {
	headings := slices.DeleteFunc(slices.Clone(page.Doc.Headings), func(h md.Heading) bool { return !h.Explicit || isNamed(h, h) })
	for i, h := range headings {
		for _, other := range headings[i+1:] {
			if isNamed(h, other) && isNamed(other, h) {
				r.Report(other.Position, "put each heading above its own text", "%q and %q have each other's ids", text.Head(h.Text), text.Head(other.Text))
			}
		}
	}
}

// isNamed reports whether a heading has a word of the id of another, or of
// itself.
func isNamed(h, id md.Heading) bool {
	words := beginnings(h.Text)
	return slices.ContainsFunc(beginnings(strings.ReplaceAll(id.ID, "-", " ")), func(word string) bool { return slices.Contains(words, word) })
}
