package check

import (
	"fmt"
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(GlossaryRules, Warning, Rule{
	ID:    "term-unlinked",
	Title: "the first mention of a term in a section, or a word that may be one of several, without a link to it",
	Why:   "Readers come in halfway, from search or a link to a heading. Who does not know the word needs its meaning where it first stands in what they read; and of a word with several meanings only the author knows which.",
	Wrong: `De band ligt om de velg.`,
	Right: `De band ligt om de [velg](term:velg).`,
	Mend:  "link it; wijzer check --fix does so, but for a word that is a form of several terms. Terms with status caution, the pages of terms, headings, quotations and code are left alone; so are organisations whose contact details the page shows, and words in the lexicon's list `ordinary`.",
	Source: func(p *Pass) {
		open := func(t *glossary.Term) bool { return t.Status == glossary.Publish }
		finders := site.ByLanguage(p.Site, func(lang string) *glossary.Finder { return p.Finder(lang, open) })
		for _, page := range p.Pages {
			if page.Entry == nil { // a definition links sparingly; it has its see-also list
				unlinked(p, page, finders[page.Lang])
			}
		}
	},
})

// unlinked looks at the first use of every term in every section of a page,
// and at every use that may be of several terms.
func unlinked(p *Pass, page *site.Page, f *glossary.Finder) {
	shown, linked := explained(p, page), linkedTerms(p, page)
	met, in := map[*glossary.Term]bool{}, -2
	for para := range page.Doc.Prose() {
		if at := page.Doc.Section(para.Heading); at != in {
			met, in = map[*glossary.Term]bool{}, at
		}
		uses := f.Uses(page.Doc, para)
		for i, use := range uses {
			t := use.Term()
			switch {
			case use.Link != nil || met[t] || shown[t]:
			case t == nil:
				reportAmbiguous(p, page.Doc, para, use, linked)
			case !linkedBeside(para.Text, use, uses[i+1:]):
				reportUnlinked(p, page.Doc, para, use)
			}
			met[t] = t != nil
		}
	}
}

// linkedTerms returns the terms that a page links to: then a reader can
// know which is meant.
func linkedTerms(p *Pass, page *site.Page) map[*glossary.Term]bool {
	linked := map[*glossary.Term]bool{}
	for _, ref := range page.Refs {
		if ref.Kind == "term" {
			linked[p.Term(ref.ID)] = true
		}
	}
	return linked
}

func reportAmbiguous(p *Pass, doc *md.Doc, para *md.Paragraph, use glossary.Use, linked map[*glossary.Term]bool) {
	if slices.ContainsFunc(use.Terms, func(t *glossary.Term) bool { return linked[t] }) {
		return
	}
	word := use.Of(para.Text)
	var ids, links []string
	for _, t := range use.Terms {
		ids = append(ids, t.ID)
		links = append(links, "["+word+"](term:"+t.ID+")")
	}
	p.Report(doc.At(para, use.From), "write "+strings.Join(links, " or "), "%q may be term %s", word, strings.Join(ids, " or "))
}

// linkedBeside reports whether the same sentence links the term further on,
// as in: by another name (the link); or the one after a sentence that is
// but its name.
func linkedBeside(prose string, use glossary.Use, later []glossary.Use) bool {
	sentence := text.SentenceAt(prose, use.From)
	end := sentence.To
	if end < len(prose) && strings.Trim(sentence.Of(prose), " .:") == use.Of(prose) {
		end = text.SentenceAt(prose, end).To
	}
	return slices.ContainsFunc(later, func(u glossary.Use) bool {
		return u.Term() == use.Term() && u.Link != nil && u.Link.IsTo("term") && u.From < end
	})
}

// explained returns the terms that a page explains otherwise: the
// organisations among them whose contact details it shows.
func explained(p *Pass, page *site.Page) map[*glossary.Term]bool {
	met := map[*glossary.Term]bool{}
	for _, ref := range page.Refs {
		if t := p.Term(ref.ID); t != nil && ref.Kind == "contact" {
			met[t] = true
		}
	}
	return met
}

func reportUnlinked(p *Pass, doc *md.Doc, para *md.Paragraph, use glossary.Use) {
	word := use.Of(para.Text)
	linked := fmt.Sprintf("[%s](term:%s)", word, use.Term().ID)
	var fix diag.Fix
	if para.Verbatim(use.From, use.To) {
		fix = diag.Fix{Old: word, New: linked}
	}
	p.Fix(doc.At(para, use.From), fix, "write "+linked, "first mention of term %q in this section without a link: %q", use.Term().ID, word)
}
