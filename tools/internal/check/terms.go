package check

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

// glossary finds the forms of terms in the text of one language.
type glossary struct {
	forms  *text.Phrases
	owners [][]*site.Term // by phrase: the terms it is a form of; none for an everyday word
}

// newGlossary gathers the forms of the terms that are wanted. A form that the
// lexicon's list "ordinary" calls an everyday word says nothing about which
// term is meant, and has no owner.
func newGlossary(s *site.Site, lang string, want func(*site.Term) bool) *glossary {
	owners := map[string][]*site.Term{}
	var list []string
	for _, t := range s.Terms {
		if t.Pages[lang] == nil || !want(t) {
			continue
		}
		for _, form := range t.Pages[lang].Forms() {
			key := strings.ToLower(form)
			if !slices.Contains(owners[key], t) {
				owners[key] = append(owners[key], t)
			}
			list = append(list, form)
		}
	}
	for _, word := range s.Lexicon(lang).Phrases("ordinary") {
		delete(owners, strings.ToLower(word))
	}
	g := &glossary{forms: text.NewPhrases(list)}
	for _, form := range list {
		g.owners = append(g.owners, owners[strings.ToLower(form)])
	}
	return g
}

// termUse is one place where a term is named in running text.
type termUse struct {
	term     *site.Term   // nil when it may be one of several
	rivals   []*site.Term // those, in plain words that do not tell
	from, to int
	link     *md.Link // the link it stands in, nil for none
}

// uses lists the terms named in a paragraph, in order: in links to them, in
// other links and in plain words. Code and quotations are not looked at.
func (g *glossary) uses(p *Pass, doc *md.Doc, para *md.Paragraph) []termUse {
	var uses []termUse
	for _, i := range para.Links {
		link := &doc.Links[i]
		if id, ok := termLink(link); ok && p.Term(id) != nil {
			uses = append(uses, termUse{term: p.Term(id), from: link.Offset, to: link.Offset + len(link.Text), link: link})
		}
	}
	mentions := g.forms.Find(para.Text)
	var quoted []text.Range
	if len(mentions) > 0 {
		quoted = text.Quotations(para.Text)
	}
	for _, m := range mentions {
		owners := g.owners[m.Phrase]
		link := doc.LinkAt(para, m.From)
		if len(owners) == 0 || para.Literal(m.From) || text.Within(quoted, m.From) || isTermLink(link) {
			continue
		}
		use := termUse{from: m.From, to: m.To, link: link}
		if use.rivals = owners; len(owners) == 1 {
			use.term, use.rivals = owners[0], nil
		}
		uses = append(uses, use)
	}
	slices.SortStableFunc(uses, func(a, b termUse) int { return cmp.Compare(a.from, b.from) })
	return uses
}

func termLink(link *md.Link) (id string, ok bool) {
	scheme, id := md.SplitDest(link.Dest)
	return id, scheme == "term"
}

func isTermLink(link *md.Link) bool {
	if link == nil {
		return false
	}
	_, ok := termLink(link)
	return ok
}

// pageTerm gives the id of the term that a page is about, "" for none.
func pageTerm(page *site.Page) string {
	if page.Type != "begrip" {
		return ""
	}
	return path.Base(page.Path)
}
