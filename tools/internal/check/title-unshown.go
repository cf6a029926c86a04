package check

import "comwijzer/tools/internal/diag"

var _ = register(StructureRules, Error, Rule{
	ID:    "title-unshown",
	Title: "a link or image with a title in quotation marks, which no page shows",
	Why:   "A title shows to a mouse that waits and to nobody else, so pages leave it out (WCAG 1.4.13): what was written there is lost.",
	Wrong: `[velgen](velgen.md "Over velgen van hout")`,
	Right: `[velgen](velgen.md), over velgen van hout`,
	Mend:  "say it in the text, or leave it out.",
	Source: func(p *Pass) {
		for _, page := range p.Pages {
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
