package check

import (
	"slices"
	"strings"

	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

// sourcedBlocks are the blocks whose entries carry sources of their own.
var sourcedBlocks = []string{"figures", "overview", "cases", "signals", "timeline"}

var _ = register(ReferencesRules, Warning, Rule{
	ID:    "claim-uncited",
	Title: "a factual paragraph without citation",
	Why:   "A claim that the reader cannot trace is an opinion with our name on it.",
	Wrong: "Volgens de gemeente fietsen vooral scholieren.",
	Right: "Volgens de gemeente fietsen vooral scholieren. [hfst. 2](cite:fietsatlas)",
	Mend: "cite the source after the claim; or say in the paragraph that it is general knowledge or our own inference (the lexicon's list `unsourced`). " +
		"A paragraph counts as factual when a sentence in it that is no question, no instruction and does not address the reader or speak of the page (`itself`) holds a number, an attribution outside quotation marks (but for one of `says_nothing`) or the name of a source, or when such sentences together have more than 30 words and are not marked as our own (own:); that something is not known (`not_known`) is no claim; the definition of a term always does. Sentences that point to a page or to help, what such a page describes or counts (a word of `pointing`), and the sections in params.colophon, which are about the site itself, are left alone.",
	ByWords: true,
	Safety:  true,
	Source: func(p *Pass) {
		claims := p.Claims()
		for _, page := range p.Pages {
			if !page.MakesClaims() || p.IsColophon(page) {
				continue
			}
			for i := range page.Doc.Paragraphs {
				if para := &page.Doc.Paragraphs[i]; isUncited(claims[page.Lang], page, i) {
					p.Report(para.Position, "cite its source after the claim, or say that it is general knowledge", "factual paragraph without citation: %q", text.Head(para.Text))
				}
			}
		}
	},
})

// isUncited reports whether paragraph i makes claims and nothing gives
// their source: not itself, not the list it introduces, not the block that
// follows.
func isUncited(c *cite.Claims, page *site.Page, i int) bool {
	doc, para := page.Doc, &page.Doc.Paragraphs[i]
	slip := strings.Contains(para.Text, "](") || strings.Contains(para.Text, "cite:") // another rule tells of the citation that went wrong
	if para.Kind != "paragraph" || para.Quoted || slip || cite.IsSourced(doc, para) {
		return false
	}
	isDefinition := page.Entry != nil && i == 0
	return (isDefinition || c.IsFactual(doc, para)) && !c.IsUnsourced(para.Text) && !followedBySource(doc, i)
}

// followedBySource reports whether a block with sources follows the
// paragraph, or the list, table or quotation that it introduces cites.
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
		} else if cite.IsSourced(doc, q) {
			return true
		}
	}
	return false
}
