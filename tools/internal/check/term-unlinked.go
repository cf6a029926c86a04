package check

import (
	"fmt"
	"slices"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "term-unlinked",
	Title:    "the first mention of a term in a section without a link to it",
	Why:      "Readers come in halfway, from search or a link to a heading. Who does not know the word needs its meaning where it first stands in what they read.",
	Wrong:    `De band ligt om de velg.`,
	Right:    `De band ligt om de [velg](term:velg).`,
	Mend:     "link it; wijzer check --fix does so. Terms with status caution, the pages of terms, headings, quotations and code are left alone; so are organisations whose contact details the page shows, and words in the lexicon's list `ordinary`.",
	Severity: diag.Warning,
	Source: func(p *Pass) {
		glossaries := p.linkable()
		for _, page := range p.Pages {
			if page.Type != "begrip" { // a definition links sparingly; it has its see-also list
				unlinked(p, page, glossaries[page.Lang])
			}
		}
	},
})

// unlinked reports the terms whose first mention in a section is in plain words.
func unlinked(p *Pass, page *site.Page, g *glossary) {
	eachFirstUse(p, page, g, func(para *md.Paragraph, use termUse, later []termUse) {
		if use.term != nil && use.link == nil && !linkedBeside(para.Text, use, later) {
			reportUnlinked(p, page.Doc, para, use)
		}
	})
}

// eachFirstUse visits the first use of every term in every section of a page,
// and every use that may be of several terms, with the uses after it in its
// paragraph.
func eachFirstUse(p *Pass, page *site.Page, g *glossary, visit func(*md.Paragraph, termUse, []termUse)) {
	shown := explained(p, page)
	met, in := map[*site.Term]bool{}, -2
	for i := range page.Doc.Paragraphs {
		para := &page.Doc.Paragraphs[i]
		if at := section(page.Doc, para.Heading); at != in {
			met, in = map[*site.Term]bool{}, at
		}
		if para.Quoted && !para.Alert {
			continue
		}
		uses := g.uses(p, page.Doc, para)
		for i, use := range uses {
			if !met[use.term] && !shown[use.term] {
				visit(para, use, uses[i+1:])
			}
			if use.term != nil {
				met[use.term] = true
			}
		}
	}
}

// linkedBeside reports whether the same sentence links the term further on, as
// in: by another name (the link).
func linkedBeside(prose string, use termUse, later []termUse) bool {
	end := text.SentenceAt(prose, use.from).To
	return slices.ContainsFunc(later, func(u termUse) bool { return u.term == use.term && isTermLink(u.link) && u.from < end })
}

// explained gives the terms that a page explains otherwise: the organisations
// among them whose contact details it shows.
func explained(p *Pass, page *site.Page) map[*site.Term]bool {
	met := map[*site.Term]bool{}
	for _, ref := range page.Refs {
		if t := p.Term(ref.ID); t != nil && ref.Kind == "contact" {
			met[t] = true
		}
	}
	return met
}

func reportUnlinked(p *Pass, doc *md.Doc, para *md.Paragraph, use termUse) {
	word := para.Text[use.from:use.to]
	linked := fmt.Sprintf("[%s](term:%s)", word, use.term.ID)
	var fix diag.Fix
	if para.Verbatim(use.from, use.to) {
		fix = diag.Fix{Old: word, New: linked}
	}
	p.Fix(doc.At(para, use.from), fix, "write "+linked, "first mention of term %q without a link: %q", use.term.ID, word)
}
