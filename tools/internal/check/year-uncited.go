package check

import (
	"slices"

	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "year-uncited",
	Title:    "a claim bound to a year after which no citation follows",
	Why:      "What happened when is what a reader checks first, and what a newer source changes first.",
	Wrong:    "De bron beschrijft steden. [hfst. 2](cite:fietsatlas) Sinds 2023 zijn er meer fietspaden.",
	Right:    "De bron beschrijft steden. [hfst. 2](cite:fietsatlas) Sinds 2023 zijn er meer fietspaden. [hfst. 3](cite:fietsatlas)",
	Mend:     "cite the source after the claim, or later in the same paragraph. Days and months, as in 1 July 2024, and paragraphs that claim-uncited finds are left alone.",
	Set:      ReferencesRules,
	Severity: Warning,
	Safety:   true,
	Source: func(p *Pass) {
		claims := p.Claims()
		for _, page := range p.Pages {
			for para := range page.Doc.Prose() {
				if cite.IsSourced(page.Doc, para) {
					reportYears(p, page.Doc, para, claims[page.Lang])
				}
			}
		}
	},
})

func reportYears(p *Pass, doc *md.Doc, para *md.Paragraph, c *cite.Claims) {
	cited := lastCitation(doc, para)
	for _, n := range c.Years(doc, para) {
		s := text.SentenceAt(para.Text, n.From)
		sentence := s.Of(para.Text)
		if n.From >= cited && !c.IsOwn(sentence) && !c.IsUnsourced(sentence) && !cite.IsSourcedIn(doc, para, s) {
			p.Report(doc.At(para, n.From), "cite its source after the claim", "no citation follows the claim about %s", n.Of(para.Text))
		}
	}
}

// lastCitation returns where the last citation of a paragraph stands: what
// comes before it has a source. -1 for none.
func lastCitation(doc *md.Doc, para *md.Paragraph) int {
	for _, i := range slices.Backward(para.Links) {
		if doc.Links[i].IsTo("cite") {
			return doc.Links[i].Offset
		}
	}
	return -1
}
