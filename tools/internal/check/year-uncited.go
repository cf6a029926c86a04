package check

import (
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "year-uncited",
	Title:    "a claim bound to a year after which no citation follows",
	Why:      "What happened when is what a reader checks first, and what a newer source changes first.",
	Wrong:    "De bron beschrijft steden. [hfst. 2](cite:fietsatlas) Sinds 2023 zijn er meer fietspaden.",
	Right:    "De bron beschrijft steden. [hfst. 2](cite:fietsatlas) Sinds 2023 zijn er meer fietspaden. [hfst. 3](cite:fietsatlas)",
	Mend:     "cite the source after the claim, or later in the same paragraph. Days and months, as in 1 July 2024, and paragraphs that claim-uncited finds are left alone.",
	Severity: diag.Warning,
	Source: func(p *Pass) {
		eachClaimant(p, func(page *site.Page, c *claims) {
			for i := range page.Doc.Paragraphs {
				reportYears(p, page, c, &page.Doc.Paragraphs[i])
			}
		})
	},
})

func reportYears(p *Pass, page *site.Page, c *claims, para *md.Paragraph) {
	if para.Quoted && !para.Alert || !sourced(page.Doc, para) {
		return
	}
	cited := citedFrom(page.Doc, para)
	for _, n := range plainNumbers(page.Doc, para) {
		if n.From < cited || !c.isYear(para.Text, n) || c.isLabel(para.Text, n) {
			continue
		}
		s := text.SentenceAt(para.Text, n.From)
		if sentence := para.Text[s.From:s.To]; !c.isOwn(sentence) && len(c.unsourced.Find(sentence)) == 0 && !figureIn(page.Doc, para, s) {
			p.Report(page.Doc.At(para, n.From), "cite its source after the claim", "no citation follows the claim about %s", para.Text[n.From:n.To])
		}
	}
}

// figureIn reports whether a sentence names a figure or case, which has its
// own source.
func figureIn(doc *md.Doc, para *md.Paragraph, s text.Range) bool {
	for _, i := range para.Links {
		if link := &doc.Links[i]; link.Offset >= s.From && link.Offset < s.To && isSourced(link) {
			return true
		}
	}
	return false
}
