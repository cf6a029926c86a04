package check

import (
	"fmt"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
)

var _ = register(GlossaryRules, Warning, Rule{
	ID:    "term-relinked",
	Title: "a term that is linked again in the same section",
	Why:   "Every link is a choice for the reader, and for who listens a sentence longer; the second to the same place gives nothing.",
	Wrong: `De [velg](term:velg) is krom. Een [velg](term:velg) is van metaal.`,
	Right: `De [velg](term:velg) is krom. Een velg is van metaal.`,
	Mend:  "leave the first link and write the rest as plain words; wijzer check --fix does so. Every cell of a table may have its own.",
	Source: func(p *Pass) {
		for _, page := range p.Pages {
			relinked(p, page)
		}
	},
})

func relinked(p *Pass, page *site.Page) {
	type place struct {
		section int
		id      string
	}
	seen := map[place]bool{}
	for i := range page.Doc.Links {
		link := &page.Doc.Links[i]
		scheme, id := md.SplitDest(link.Dest)
		if scheme != "term" || link.Paragraph < 0 || page.Doc.Paragraphs[link.Paragraph].Kind == "cell" {
			continue
		}
		at := place{page.Doc.Section(link.Heading), id}
		if seen[at] {
			reportRelinked(p, &page.Doc.Paragraphs[link.Paragraph], link)
		}
		seen[at] = true
	}
}

func reportRelinked(p *Pass, para *md.Paragraph, link *md.Link) {
	var fix diag.Fix
	if para.Verbatim(link.Offset, link.Offset+len(link.Text)) {
		fix = diag.Fix{Old: fmt.Sprintf("[%s](%s)", link.Text, link.Dest), New: link.Text}
	}
	p.Fix(link.Position, fix, "write "+link.Text+" without link", "%q is linked a second time in this section", link.Dest)
}
