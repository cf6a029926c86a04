package check

import (
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "claim-press-only",
	Title:    "a paragraph that rests on press sources alone",
	Why:      "News is written in hours and corrected in silence; what it reports deserves a second kind of source, or a word that it has none.",
	Wrong:    "Er reden 250 fietsers. [alinea 4](cite:krant-2025)",
	Right:    "Er reden 250 fietsers, volgens de krant. [alinea 4](cite:krant-2025) De gemeente telt anders. [z.p.](cite:fietstelling)",
	Mend:     "look for a primary or secondary source and cite it too. When there is none, this remark may stand.",
	Severity: diag.Info,
	Source: func(p *Pass) {
		for _, page := range p.Pages {
			for i := range page.Doc.Paragraphs {
				reportPressOnly(p, page, &page.Doc.Paragraphs[i])
			}
		}
	},
})

func reportPressOnly(p *Pass, page *site.Page, para *md.Paragraph) {
	var first *md.Link
	for _, i := range para.Links {
		link := &page.Doc.Links[i]
		scheme, id := md.SplitDest(link.Dest)
		if scheme != "cite" {
			continue
		}
		if source := p.Site.Source(id); source == nil || source.Grade != "press" {
			return
		}
		if first == nil {
			first = link
		}
	}
	if first != nil {
		p.Report(first.Position, "look for a primary or secondary source", "paragraph rests on press sources alone: %q", text.Head(para.Text))
	}
}
