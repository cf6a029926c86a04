package check

import (
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(ReferencesRules, Info, Rule{
	ID:      "claim-press-only",
	Title:   "a paragraph that rests on press sources alone",
	Why:     "News is written in hours and corrected in silence; what it reports deserves a second kind of source, or a word that it has none.",
	Wrong:   "Er reden 250 fietsers. [alinea 4](cite:krant-2025)",
	Right:   "Er reden 250 fietsers. [alinea 4](cite:krant-2025) De gemeente telt anders. [z.p.](cite:fietstelling)",
	Mend:    "look for a primary or secondary source and cite it too. A paragraph that says who says so (a word of `attribution`, `by_whom` or `says_so` in data/lexicon/<lang>.yaml, or the name of a press publisher, of a cell in its row: a column of who says it), or links to the record of a figure or case, is left alone. The first of a page is reported.",
	Absence: true,
	Source: func(p *Pass) {
		said, press := p.Words("attribution", "by_whom", "says_so"), publishers(p, pressGrade)
		for _, page := range p.Pages {
			for t := range page.Prose() {
				if first := pressOnly(p, t); first != nil && !said[t.Lang].Has(t.Text) && !press.Has(rowOf(t)) {
					p.Report(first.Position, "look for a primary or secondary source, or say who says so", "paragraph rests on press sources alone: %q", text.Head(t.Text))
					break
				}
			}
		}
	},
})

// rowOf returns the texts of the row of a table that a cell stands in; of
// others the text.
func rowOf(t *site.Passage) string {
	row := t.Text
	for _, other := range t.Page.Doc.Paragraphs {
		if t.Para.Kind == "cell" && other.Kind == "cell" && other.Line == t.Para.Line {
			row += " | " + other.Text
		}
	}
	return row
}

// pressOnly returns the first citation of a paragraph that cites press and
// nothing else, and rests on no record of a figure or case; nil for others.
func pressOnly(p *Pass, t *site.Passage) (first *md.Link) {
	for _, i := range t.Para.Links {
		link := &t.Page.Doc.Links[i]
		scheme, id := md.SplitDest(link.Dest)
		source := p.Site.Source(id)
		switch {
		case scheme == "figure", scheme == "case", scheme == "cite" && (source == nil || source.Grade != pressGrade):
			return nil
		case scheme == "cite" && first == nil:
			first = link
		}
	}
	return first
}
