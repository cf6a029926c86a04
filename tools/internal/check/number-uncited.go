package check

import (
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "number-uncited",
	Title:    "a percentage, or a number of people or cases, without figure or citation",
	Why:      "Numbers travel: they are copied without their sentence. Each needs its source, date and what was counted at hand.",
	Wrong:    "Er zijn 70 Nederlandse deelnemers.",
	Right:    "[Minstens 70](figure:deelnemers) Nederlanders deden mee.",
	Mend:     "make it a link to a figure, or cite the source in the same sentence or directly after it. What is counted, the lexicon's list `counted` says.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		eachClaimant(p, func(page *site.Page, c *claims) {
			for i := range page.Doc.Paragraphs {
				para := &page.Doc.Paragraphs[i]
				if para.Quoted && !para.Alert {
					continue
				}
				reportCounts(p, page, c, para)
			}
		})
	},
})

// reportCounts reports the first number of each sentence without source.
func reportCounts(p *Pass, page *site.Page, c *claims, para *md.Paragraph) {
	done := 0
	for _, n := range c.countsIn(page.Doc, para) {
		s := text.SentenceAt(para.Text, n.From)
		if n.From < done || citedIn(page.Doc, para, s) {
			continue
		}
		p.Report(page.Doc.At(para, n.From), "link it to a figure, or cite its source in or directly after the sentence",
			"number without figure or citation: %q", text.Head(para.Text[n.From:s.To]))
		done = s.To
	}
}

// countsIn gives the percentages and the numbers of people or cases that a
// paragraph holds in plain words.
func (c *claims) countsIn(doc *md.Doc, para *md.Paragraph) []text.Range {
	var out []text.Range
	for _, n := range plainNumbers(doc, para) {
		if c.isShare(para.Text, n) || c.isCount(para.Text, n.To) && !c.isLabel(para.Text, n) && !c.isYear(para.Text, n) {
			out = append(out, n)
		}
	}
	amounts := c.amounts.Find(para.Text)
	if len(amounts) == 0 {
		return out
	}
	quoted := text.Quotations(para.Text)
	for _, m := range amounts {
		if c.isCount(para.Text, m.To) && linkAt(doc, para, m.From) == nil && !text.Within(quoted, m.From) {
			out = append(out, m.Range)
		}
	}
	return out
}
