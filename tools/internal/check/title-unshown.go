package check

import "comwijzer/tools/internal/diag"

var _ = register(StructureRules, Error, Rule{
	ID:    "title-unshown",
	Title: "a link or image with a title in quotation marks, which no page shows, or a note on a page that is not marked as sensitive",
	Why:   "A title shows to a mouse that waits and to nobody else, so pages leave it out (WCAG 1.4.13): what was written there is lost. A note stands before a page only where that is sensitive: somebody took the mark away and left the warning.",
	Wrong: `[velgen](velgen.md "Over velgen van hout")`,
	Right: `[velgen](velgen.md), over velgen van hout`,
	Mend:  "say it in the text, or leave it out. Mark the page, or leave the note out when nothing there needs it.",
	Source: func(p *Pass) {
		for _, page := range p.Pages {
			if page.Note != "" && !page.Sensitive {
				p.Report(page.Front.Doc.Position("/note"), "write sensitive: true", "a note that nobody sees")
			}
			for _, link := range page.Doc.Links {
				reportTitle(p, link.Position, link.Title)
			}
			for _, image := range page.Doc.Images {
				reportTitle(p, image.Position, image.Title)
			}
		}
	},
})

func reportTitle(p *Pass, at diag.Position, title string) {
	if title != "" {
		p.Report(at, "say it in the text, or leave it out", "title %q is shown to nobody", title)
	}
}
