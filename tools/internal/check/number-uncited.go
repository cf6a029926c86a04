package check

import (
	"regexp"
	"slices"

	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/text"
)

var _ = register(ReferencesRules, Error, Rule{
	ID:     "number-uncited",
	Title:  "a percentage, or a number of people or cases, without figure or citation, or a claim bound to a year after which no citation follows",
	Why:    "Numbers travel: they are copied without their sentence. Each needs its source, date and what was counted at hand. What happened when is what a reader checks first.",
	Wrong:  "Er zijn 70 Nederlandse deelnemers.",
	Right:  "[Minstens 70](figure:deelnemers) Nederlanders deden mee.",
	Mend:   "make it a link to a figure, or cite the source in the same sentence or directly after it. A sentence with a word of `negation` may repeat a number that has its source earlier in the paragraph. What is counted, the lexicon's list `counted` says. After a year, cite the source after the claim, or later in the same paragraph; a sentence that begins with a word of `both` speaks of what has its sources right before it. Days and months, as in 1 July 2024, and paragraphs that claim-uncited finds are left alone.",
	Safety: true,
	Source: func(p *Pass) {
		claims, negation, both := p.Claims(), p.Words("negation"), p.Words("both")
		for _, page := range p.Pages {
			for para := range page.Doc.Prose() {
				reportCounts(p, page.Doc, para, claims[page.Lang], negation[page.Lang])
				if cite.IsSourced(page.Doc, para) {
					reportYears(p.As(Warning), page.Doc, para, claims[page.Lang], both[page.Lang])
				}
			}
		}
	},
})

// reportCounts reports the first number of each sentence without source.
func reportCounts(p *Pass, doc *md.Doc, para *md.Paragraph, c *cite.Claims, negation *text.Phrases) {
	done := 0
	for _, n := range c.Counts(doc, para) {
		if n.From < done {
			continue
		}
		s := text.SentenceAt(para.Text, n.From)
		if negation.Has(s.Of(para.Text)) && isSourcedBefore(doc, para, n.From) {
			continue
		}
		if done = s.To; cite.IsCited(doc, para, s) {
			continue
		}
		p.Report(doc.At(para, n.From), "link it to a figure, or cite its source in or directly after the sentence",
			"number without figure or citation: %q", text.Head(para.Text[n.From:s.To]))
	}
}

// isSourcedBefore reports whether a sentence with a source has the same
// number earlier in its paragraph: of "at least 70 people" with its source
// one may say that they are "not 70 offenders".
func isSourcedBefore(doc *md.Doc, para *md.Paragraph, at int) bool {
	number := numeral.FindString(para.Text[at:])
	return number != "" && slices.ContainsFunc(text.Sentences(para.Text[:at]), func(s text.Range) bool {
		return slices.Contains(numeral.FindAllString(s.Of(para.Text), -1), number) && cite.IsCited(doc, para, s)
	})
}

var numeral = regexp.MustCompile(`[0-9][0-9.,]*[0-9]|[0-9]`)

// reportYears reports the years in claims after the last citation of a
// paragraph.
func reportYears(r reporter, doc *md.Doc, para *md.Paragraph, c *cite.Claims, both *text.Phrases) {
	cited := lastCitation(doc, para)
	for _, n := range c.Years(doc, para) {
		s := text.SentenceAt(para.Text, n.From)
		sentence := s.Of(para.Text)
		if both.Begin(sentence) && s.From > 0 && cite.IsSourcedIn(doc, para, text.SentenceAt(para.Text, s.From-1)) {
			continue
		}
		if n.From >= cited && !c.IsOwn(sentence) && !c.IsUnsourced(sentence) && !cite.IsSourcedIn(doc, para, s) {
			r.Report(doc.At(para, n.From), "cite its source after the claim", "no citation follows the claim about %s", n.Of(para.Text))
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
