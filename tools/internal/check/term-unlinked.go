package check

import (
	"fmt"
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "term-unlinked",
	Title:    "the first mention of a term in a section, or a word that may be one of several, without a link to it",
	Why:      "Readers come in halfway, from search or a link to a heading. Who does not know the word needs its meaning where it first stands in what they read; and of a word with several meanings only the author knows which.",
	Wrong:    `De band ligt om de velg.`,
	Right:    `De band ligt om de [velg](term:velg).`,
	Mend:     "link it; wijzer check --fix does so, but for a word that is a form of several terms. Terms with status caution, the pages of terms, headings, quotations and code are left alone; so are organisations whose contact details the page shows, and words in the lexicon's list `ordinary`.",
	Severity: diag.Warning,
	Source: func(p *Pass) {
		glossaries := map[string]*glossary{}
		for _, lang := range p.Languages {
			glossaries[lang] = newGlossary(p.Site, lang, func(t *site.Term) bool { return t.Status(p.Site) == "publish" })
		}
		for _, page := range p.Pages {
			if page.Type != "begrip" { // a definition links sparingly; it has its see-also list
				unlinked(p, page, glossaries[page.Lang])
			}
		}
	},
})

// unlinked looks at the first use of every term in every section of a page, and
// at every use that may be of several terms.
func unlinked(p *Pass, page *site.Page, g *glossary) {
	shown, linked := explained(p, page), linkedTerms(p, page)
	met, in := map[*site.Term]bool{}, -2
	for para := range page.Doc.Prose() {
		if at := page.Doc.Section(para.Heading); at != in {
			met, in = map[*site.Term]bool{}, at
		}
		uses := g.uses(p, page.Doc, para)
		for i, use := range uses {
			switch {
			case use.link != nil || met[use.term] || shown[use.term]:
			case use.term == nil:
				reportAmbiguous(p, page.Doc, para, use, linked)
			case !linkedBeside(para.Text, use, uses[i+1:]):
				reportUnlinked(p, page.Doc, para, use)
			}
			if use.term != nil {
				met[use.term] = true
			}
		}
	}
}

// linkedTerms returns the terms that a page links to: then a reader can know
// which is meant.
func linkedTerms(p *Pass, page *site.Page) map[*site.Term]bool {
	linked := map[*site.Term]bool{}
	for _, ref := range page.Refs {
		if ref.Kind == "term" {
			linked[p.Term(ref.ID)] = true
		}
	}
	return linked
}

func reportAmbiguous(p *Pass, doc *md.Doc, para *md.Paragraph, use termUse, linked map[*site.Term]bool) {
	if slices.ContainsFunc(use.rivals, func(t *site.Term) bool { return linked[t] }) {
		return
	}
	word := para.Text[use.from:use.to]
	var ids, links []string
	for _, t := range use.rivals {
		ids = append(ids, t.ID)
		links = append(links, "["+word+"](term:"+t.ID+")")
	}
	p.Report(doc.At(para, use.from), "write "+strings.Join(links, " or "), "%q may be term %s", word, strings.Join(ids, " or "))
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
