package check

import (
	"cmp"
	"slices"
	"strings"

	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
)

// glossary finds the forms of terms in the text of one language.
type glossary struct {
	forms *phrases
	owner []*site.Term // by phrase: the term it is a form of
}

// newGlossary gathers the forms of the terms that are wanted. A form that two
// terms share, or that the lexicon's list "ordinary" calls an everyday word,
// says nothing about which term is meant, and is left out.
func newGlossary(p *Pass, lang string, want func(*site.Term) bool) *glossary {
	owners := map[string]*site.Term{}
	for _, word := range p.Lexicon(lang).Phrases("ordinary") {
		owners[strings.ToLower(word)] = nil
	}
	g := &glossary{}
	var list []string
	for _, t := range p.Terms {
		if t.Pages[lang] == nil || !want(t) {
			continue
		}
		for _, form := range t.Pages[lang].Forms() {
			key := strings.ToLower(form)
			if other, known := owners[key]; known && other != t {
				owners[key] = nil
				continue
			}
			owners[key] = t
			list = append(list, form)
			g.owner = append(g.owner, t)
		}
	}
	for i := range g.owner {
		g.owner[i] = owners[strings.ToLower(list[i])]
	}
	g.forms = newPhrases(list)
	return g
}

// termUse is one place where a term is named in running text.
type termUse struct {
	term     *site.Term
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
			uses = append(uses, termUse{p.Term(id), link.Offset, link.Offset + len(link.Text), link})
		}
	}
	mentions := g.forms.find(para.Text)
	var quoted []md.Range
	if len(mentions) > 0 {
		quoted = quotations(para.Text)
	}
	for _, m := range mentions {
		t := g.owner[m.Phrase]
		link := linkAt(doc, para, m.From)
		if t == nil || para.Literal(m.From) || inRanges(quoted, m.From) || isTermLink(link) {
			continue
		}
		uses = append(uses, termUse{t, m.From, m.To, link})
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

// linkAt gives the link whose text covers a byte offset of the paragraph's
// text, nil for none.
func linkAt(doc *md.Doc, para *md.Paragraph, at int) *md.Link {
	for _, i := range para.Links {
		link := &doc.Links[i]
		if scheme, _ := md.SplitDest(link.Dest); scheme != "cite" && at >= link.Offset && at < link.Offset+len(link.Text) {
			return link
		}
	}
	return nil
}

// section gives the index of the second-level heading that a heading stands
// under, or is; -1 above the first.
func section(doc *md.Doc, heading int) int {
	for heading >= 0 && doc.Headings[heading].Level > 2 {
		heading--
	}
	return heading
}

// isPublished reports whether a term may be linked to from everywhere.
func isPublished(p *Pass) func(*site.Term) bool {
	return func(t *site.Term) bool { return t.Status(p.Site) == "publish" }
}
