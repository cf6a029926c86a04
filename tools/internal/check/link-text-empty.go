package check

import (
	"strings"

	"comwijzer/tools/internal/md"
)

var _ = register(ReferencesRules, Error, Rule{
	ID:    "link-text-empty",
	Title: "a link without text",
	Why:   "There is nothing to press, and a screen reader says an address, or nothing (WCAG 2.4.4).",
	Wrong: `[](term:velg)`,
	Right: `[velgen](term:velg)`,
	Mend:  "write the words of the sentence that the link is about.",
	Source: func(p *Pass) {
		for _, page := range p.Pages {
			for _, link := range page.Doc.Links {
				scheme, _ := md.SplitDest(link.Dest)
				if !link.IsMark() && strings.TrimSpace(link.Text) == "" {
					p.Report(link.Position, emptyTextHints[scheme], "link to %q without text", link.Dest)
				}
			}
		}
	},
})

// emptyTextHints says per scheme what the text of a link is.
var emptyTextHints = map[string]string{
	"":        "write what the page is about",
	"term":    "write a form of the term",
	"figure":  "write the figure's value in words of the sentence",
	"contact": "write the organisation's name",
	"case":    "say in words which case it is",
}
