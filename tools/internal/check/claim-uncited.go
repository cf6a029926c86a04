package check

import (
	"slices"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

// maxUncited is how many words a paragraph may tell, outside questions and
// instructions, before it must say where they come from.
const maxUncited = 30

// claimTypes are the page types whose paragraphs make claims.
var claimTypes = []string{"uitleg", "handeling", "signaal", "begrip", "module"}

// sourcedBlocks are the blocks whose entries carry sources of their own.
var sourcedBlocks = []string{"figures", "cases", "signals", "timeline"}

var _ = register(Rule{
	ID:    "claim-uncited",
	Title: "a factual paragraph without citation",
	Why:   "A claim that the reader cannot trace is an opinion with our name on it.",
	Wrong: "Volgens de gemeente fietsen vooral scholieren.",
	Right: "Volgens de gemeente fietsen vooral scholieren. [hfst. 2](cite:fietsatlas)",
	Mend: "cite the source after the claim; or say in the paragraph that it is general knowledge or our own inference (the lexicon's list `unsourced`). " +
		"A paragraph counts as factual when a sentence in it that is no question, no instruction and does not address the reader holds a number, an attribution or the name of a source, or when such sentences together have more than 30 words; the definition of a term always does. Sentences that point to a page or to help, and the sections in params.colophon, which are about the site itself, are left alone.",
	Severity: diag.Warning,
	Source: func(p *Pass) {
		eachClaimant(p, func(page *site.Page, c *claims) {
			if !slices.Contains(claimTypes, page.Type) || slices.Contains(p.Config.Params.Colophon, page.Section) {
				return
			}
			for i := range page.Doc.Paragraphs {
				if para := &page.Doc.Paragraphs[i]; c.isUncited(page, i) {
					p.Report(para.Position, "cite its source after the claim, or say that it is general knowledge", "factual paragraph without citation: %q", text.Head(para.Text))
				}
			}
		})
	},
})

// isUncited reports whether paragraph i makes claims and nothing gives their
// source: not itself, not the list it introduces, not the block that follows.
func (c *claims) isUncited(page *site.Page, i int) bool {
	doc, para := page.Doc, &page.Doc.Paragraphs[i]
	if para.Kind != "paragraph" || para.Quoted || sourced(doc, para) {
		return false
	}
	isDefinition := page.Type == "begrip" && i == 0
	return (isDefinition || c.isFactual(doc, para)) && len(c.unsourced.Find(para.Text)) == 0 && !followedBySource(doc, i)
}

func sourced(doc *md.Doc, para *md.Paragraph) bool {
	return slices.ContainsFunc(para.Links, func(i int) bool { return isSourced(&doc.Links[i]) })
}

func (c *claims) isFactual(doc *md.Doc, para *md.Paragraph) bool {
	words := 0
	for _, s := range text.Sentences(para.Text) {
		sentence := para.Text[s.From:s.To]
		if c.isOwn(sentence) {
			continue
		}
		if len(c.attribution.Find(sentence)) > 0 || c.namesSource(doc, para, s) || c.holdsCount(doc, para, s) {
			return true
		}
		if !points(doc, para, s) {
			words += text.CountWords(sentence)
		}
	}
	return words > maxUncited
}

// namesSource reports whether a sentence names who a source is by, in plain
// words: a link to an organisation is a way to help.
func (c *claims) namesSource(doc *md.Doc, para *md.Paragraph, s text.Range) bool {
	return slices.ContainsFunc(c.organisation.Find(para.Text[s.From:s.To]), func(m text.Mention) bool {
		return linkAt(doc, para, s.From+m.From) == nil
	})
}

// points reports whether a sentence leads to a page or to help.
func points(doc *md.Doc, para *md.Paragraph, s text.Range) bool {
	return slices.ContainsFunc(para.Links, func(i int) bool {
		link := &doc.Links[i]
		scheme, _ := md.SplitDest(link.Dest)
		return link.Offset >= s.From && link.Offset < s.To && (scheme == "contact" || site.IsPageLink(link.Dest))
	})
}

// holdsCount reports whether a sentence holds a number that is no label.
func (c *claims) holdsCount(doc *md.Doc, para *md.Paragraph, s text.Range) bool {
	sentence := para.Text[s.From:s.To]
	return slices.ContainsFunc(text.Numbers(sentence), func(n text.Range) bool {
		return linkAt(doc, para, s.From+n.From) == nil && !para.Literal(s.From+n.From) && !c.isLabel(sentence, n)
	}) || len(c.amounts.Find(sentence)) > 0
}

// followedBySource reports whether a block with sources follows the paragraph,
// or the list, table or quotation that it introduces cites.
func followedBySource(doc *md.Doc, i int) bool {
	para := &doc.Paragraphs[i]
	next := i + 1
	for _, b := range doc.Blocks {
		if b.Line > para.Line && (next == len(doc.Paragraphs) || b.Line < doc.Paragraphs[next].Line) {
			return b.Heading == para.Heading && slices.Contains(sourcedBlocks, b.Kind)
		}
	}
	for ; next < len(doc.Paragraphs) && doc.Paragraphs[next].Heading == para.Heading; next++ {
		if q := &doc.Paragraphs[next]; q.Kind == "paragraph" && !q.Quoted {
			break
		} else if sourced(doc, q) {
			return true
		}
	}
	return false
}
