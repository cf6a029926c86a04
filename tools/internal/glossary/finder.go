package glossary

import (
	"cmp"
	"slices"
	"strings"

	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/text"
)

// Finder finds the names of terms in the text of one language.
type Finder struct {
	*text.Phrases
	owners [][]*Term // by phrase: the terms it is a name of; none for an everyday word
	byID   map[string]*Term
}

// NewFinder gathers the names of the terms that are wanted. An everyday
// word says nothing about which term is meant, and has no owner.
func NewFinder(terms []*Term, lang string, want func(*Term) bool, everyday []string) *Finder {
	f := &Finder{byID: map[string]*Term{}}
	owners := map[string][]*Term{}
	var names []string
	for _, t := range terms {
		f.byID[t.ID] = t
		e := t.In(lang)
		if e == nil || !want(t) {
			continue
		}
		for _, name := range e.Names() {
			key := strings.ToLower(name)
			if !slices.Contains(owners[key], t) {
				owners[key] = append(owners[key], t)
			}
			names = append(names, name)
		}
	}
	for _, word := range everyday {
		delete(owners, strings.ToLower(word))
	}
	f.Phrases = text.NewPhrases(names)
	for _, name := range names {
		f.owners = append(f.owners, owners[strings.ToLower(name)])
	}
	return f
}

// Named is one place where terms are named: one term, or all that it may be.
type Named struct {
	text.Range
	Terms []*Term
}

// Find lists the places in a text where terms are named, in order.
func (f *Finder) Find(s string) (out []Named) {
	for _, m := range f.Phrases.Find(s) {
		if owners := f.owners[m.Phrase]; len(owners) > 0 {
			out = append(out, Named{m.Range, owners})
		}
	}
	return out
}

// Use is one place where a paragraph names a term.
type Use struct {
	Named
	Link *md.Link // the link it stands in, nil for none
}

// Term returns the term that is meant, nil when it may be one of several.
func (u Use) Term() *Term {
	if len(u.Terms) == 1 {
		return u.Terms[0]
	}
	return nil
}

// Uses lists the terms named in a paragraph, in order: in links to them, in
// other links and in plain words. Code and quotations are not looked at.
func (f *Finder) Uses(doc *md.Doc, para *md.Paragraph) (uses []Use) {
	for _, i := range para.Links {
		link := &doc.Links[i]
		if _, id := md.SplitDest(link.Dest); link.IsTo("term") && f.byID[id] != nil {
			at := text.Range{From: link.Offset, To: link.Offset + len(link.Text)}
			uses = append(uses, Use{Named{at, []*Term{f.byID[id]}}, link})
		}
	}
	mentions := f.Find(para.Text)
	var quoted []text.Range
	if len(mentions) > 0 {
		quoted = text.Quotations(para.Text)
	}
	for _, m := range mentions {
		link := doc.LinkAt(para, m.From)
		if !para.Literal(m.From) && !text.Within(quoted, m.From) && (link == nil || !link.IsTo("term")) {
			uses = append(uses, Use{m, link})
		}
	}
	slices.SortStableFunc(uses, func(a, b Use) int { return cmp.Compare(a.From, b.From) })
	return uses
}
