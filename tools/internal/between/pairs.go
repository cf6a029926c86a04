// Package between compares what a site says in one language with what it
// says in another. It pairs the texts that translate each other, reads from
// each what does not depend on language, and tells in what two texts
// differ.
package between

import (
	"fmt"
	"slices"
	"time"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

// Pair is texts that translate each other: one in each language or, where
// there are not as many in both, all that stand in one place.
type Pair struct {
	Place string // where they stand, in words
	Lead  Side   // in the language that leads
	Other Side
}

// Side is the texts of a pair in one language.
type Side struct {
	Lang  string
	File  string
	Texts []*site.Passage

	facts  []Fact         // beside those in the texts
	reader func() *Reader // of the language, where the state asks for it
}

func sideOf(lang, file string, texts []*site.Passage) Side {
	return Side{Lang: lang, File: file, Texts: texts}
}

// At returns where the texts begin.
func (s Side) At() diag.Position {
	if len(s.Texts) == 0 {
		return diag.Position{File: s.File}
	}
	at := s.Texts[0].At(0)
	return diag.Position{File: at.File, Line: at.Line}
}

// Has reports whether one of the texts begins at a line.
func (p Pair) Has(at diag.Position) bool {
	return slices.ContainsFunc(slices.Concat(p.Lead.Texts, p.Other.Texts), func(text *site.Passage) bool {
		is := text.At(0)
		return is.File == at.File && is.Line == at.Line
	})
}

// same reports whether both sides are one text, letter by letter.
func (p Pair) same() bool {
	return len(p.Lead.facts)+len(p.Other.facts) == 0 &&
		slices.EqualFunc(p.Lead.Texts, p.Other.Texts, func(a, b *site.Passage) bool { return a.Text == b.Text })
}

// spot is where texts can be paired: a section of a page, or none, and a
// kind.
type spot struct{ section, kind string }

// String returns the spot in words.
func (at spot) String() string {
	if at.section == "" {
		return at.kind
	}
	return at.kind + " of #" + at.section
}

// body is what a page or record says in one language, by spot.
type body struct {
	Side
	spots []spot // in reading order
	texts map[spot][]*site.Passage
}

func newBody(lang, file string) *body {
	return &body{Side: Side{Lang: lang, File: file}, texts: map[spot][]*site.Passage{}}
}

func (b *body) add(at spot, p *site.Passage) {
	if b.texts[at] == nil {
		b.spots = append(b.spots, at)
	}
	b.texts[at] = append(b.texts[at], p)
}

// fields are those of front matter that do not depend on language.
var fields = []string{"sensitive", "audience", "weight", "minutes", "date", "checked"}

// isSound reports whether a value is one that its field can have: what is
// wrong with another is told where it stands, and no difference besides.
func isSound(field string, page *site.Page) bool {
	switch value := page.Front.Doc.At("/" + field).(type) {
	case nil:
		return true
	case string:
		_, err := time.Parse(time.DateOnly, value)
		return err == nil && (field == "date" || field == "checked")
	case bool:
		return field == "sensitive"
	case []any:
		return field == "audience"
	default:
		return field == "weight" || field == "minutes"
	}
}

// onPage returns what a page says, by the sections that it shares with
// another.
func onPage(page, other *site.Page) *body {
	b := newBody(page.Lang, page.File)
	for _, name := range fields {
		if value := page.Front.Doc.At("/" + name); value != nil && isSound(name, page) && isSound(name, other) {
			b.facts = append(b.facts, Fact{Key: fmt.Sprintf("%s: %v", name, value), Kind: field, place: page.Front.Doc.Position("/" + name)})
		}
	}
	sections := page.SharedSections(other)
	for p := range site.Chain(page.Passages(), page.Quotations()) {
		b.add(spot{sections[p.Heading+1], p.Kind}, p)
	}
	return b
}

func inRecord(r *site.Record, lang string) *body {
	b := newBody(lang, r.File)
	for p := range r.Passages() {
		if p.Lang == lang {
			b.add(spot{"", p.Kind}, p)
		}
	}
	return b
}

// inInterface returns the texts with keys that a language shares with
// another: what one lacks another rule tells.
func inInterface(s *site.Site, lang, other string) *body {
	shared := map[string]bool{}
	for _, t := range s.KeyedTexts(other) {
		shared[t.Kind] = true
	}
	b := newBody(lang, site.InterfaceFile(lang))
	for _, t := range s.KeyedTexts(lang) {
		if shared[t.Kind] {
			b.add(spot{"", t.Kind}, t)
		}
	}
	return b
}

// pairs returns the texts of two bodies that translate each other.
func pairs(lead, other *body) (all []Pair) {
	if len(lead.facts)+len(other.facts) > 0 {
		all = append(all, Pair{"front matter", lead.Side, other.Side})
	}
	for _, at := range lead.spots {
		all = append(all, at.pairs(lead, other)...)
	}
	for _, at := range other.spots {
		if lead.texts[at] == nil {
			all = append(all, at.whole(lead, other))
		}
	}
	return all
}

// pairs returns the texts in one place, one by one where both have as many.
func (at spot) pairs(lead, other *body) (all []Pair) {
	theirs, ours := lead.texts[at], other.texts[at]
	if len(theirs) != len(ours) {
		return []Pair{at.whole(lead, other)}
	}
	for i := range theirs {
		place := at.String()
		if len(theirs) > 1 {
			place = spot{at.section, fmt.Sprintf("%s %d", at.kind, i+1)}.String()
		}
		all = append(all, Pair{place, sideOf(lead.Lang, lead.File, theirs[i:i+1]), sideOf(other.Lang, other.File, ours[i:i+1])})
	}
	return all
}

// whole returns all texts in one place, which one language has more of.
// Where the headings differ another rule says so, and what stands under
// them follows; words to avoid are those of a language.
func (at spot) whole(lead, other *body) Pair {
	headings := spot{at.section, "heading"}
	counted := at.kind != headings.kind && at.kind != site.ReasonKind && len(lead.texts[headings]) == len(other.texts[headings])
	side := func(b *body) Side {
		s := sideOf(b.Lang, b.File, b.texts[at])
		for _, p := range s.Texts {
			if counted {
				s.facts = append(s.facts, Fact{Key: at.kind, Kind: shape, passage: p})
			}
		}
		return s
	}
	return Pair{at.String(), side(lead), side(other)}
}
