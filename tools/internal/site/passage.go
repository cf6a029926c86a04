package site

import (
	"fmt"
	"iter"
	"slices"
	"sort"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/schema"
	"comwijzer/tools/internal/text"
	"comwijzer/tools/internal/yaml"
)

// Passage is a piece of the site's own words in one language: a paragraph,
// or a text that stands at one place.
type Passage struct {
	Lang   string
	Text   string
	Page   *Page         // nil in a record
	Record *Record       // nil on a page
	Para   *md.Paragraph // nil when it is no paragraph

	// Kind is what it is: "heading", "paragraph", "item" of a list, "cell" of
	// a table, "alternative" to an image, "line" of a block; in front matter
	// and records the field, without its language.
	Kind    string
	Heading int // the heading that it stands under, or is; -1 for none

	sentences []text.Range // of Text, where they were looked for

	at      diag.Position
	doc     *yaml.Doc // with pointer, where that says the place
	pointer string
}

// At returns the place of an offset in the text.
func (t *Passage) At(offset int) diag.Position {
	switch {
	case t.Para != nil:
		return t.Page.Doc.At(t.Para, offset)
	case t.doc != nil:
		return t.doc.Position(t.pointer)
	}
	return t.at
}

// IsCode reports whether an offset stands in a code span.
func (t *Passage) IsCode(offset int) bool { return t.Para != nil && t.Para.Literal(offset) }

// SentenceAt returns where the sentence stands that holds an offset.
func (t *Passage) SentenceAt(offset int) text.Range {
	i := sort.Search(len(t.sentences), func(i int) bool { return offset < t.sentences[i].To })
	switch {
	case i < len(t.sentences):
		return t.sentences[i]
	case len(t.sentences) > 0:
		return t.sentences[i-1]
	}
	return text.SentenceAt(t.Text, offset)
}

// readSentences looks for the sentences of passages once: every rule about words asks for them.
func readSentences(own []Passage) []Passage {
	for i := range own {
		own[i].sentences = text.Sentences(own[i].Text)
	}
	return own
}

// References visits the links with a scheme in a paragraph, with the ids
// that they name; none in a text of another kind.
func (t *Passage) References(scheme string) iter.Seq2[string, *md.Link] {
	return func(yield func(string, *md.Link) bool) {
		if t.Para == nil {
			return
		}
		for _, i := range t.Para.Links {
			link := &t.Page.Doc.Links[i]
			if link.IsTo(scheme) && !yield(link.Dest[len(scheme)+1:], link) {
				return
			}
		}
	}
}

// IsTo reports whether a paragraph links to an address.
func (t *Passage) IsTo(dest string) bool {
	return t.Para != nil && slices.ContainsFunc(t.Para.Links, func(i int) bool { return t.Page.Doc.Links[i].Dest == dest })
}

// IsOpen reports whether a piece of the text can be replaced in its file.
func (t *Passage) IsOpen(r text.Range) bool {
	return t.Para != nil && t.Para.Verbatim(r.From, r.To) && t.Page.Doc.LinkAt(t.Para, r.From) == nil
}

// Passages visits the site's own words: titles, headings, prose and alerts,
// what stands for images, the texts of blocks, and the texts of records that are written per language.
// Titles of sources, quotations in block form and code are others' words.
func (s *Site) Passages() iter.Seq[*Passage] {
	return Chain(inEach(s.Pages, (*Page).Passages), s.RecordPassages())
}

// Prose visits the paragraphs among the own words of all pages.
func (s *Site) Prose() iter.Seq[*Passage] { return inEach(s.Pages, (*Page).Prose) }

// Quotations visits the paragraphs of all pages that are others' words.
func (s *Site) Quotations() iter.Seq[*Passage] { return inEach(s.Pages, (*Page).Quotations) }

// Passages visits the own words of a page.
func (p *Page) Passages() iter.Seq[*Passage] { return pointers(p.passages) }

// Passages visits the texts of a record that stand under a language.
func (r *Record) Passages() iter.Seq[*Passage] { return pointers(r.passages) }

// Chain visits what sequences hold, one after the other.
func Chain[T any](parts ...iter.Seq[T]) iter.Seq[T] {
	return inEach(parts, func(part iter.Seq[T]) iter.Seq[T] { return part })
}

// those visits what of a sequence is so.
func those[T any](all iter.Seq[T], is func(T) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		for one := range all {
			if is(one) && !yield(one) {
				return
			}
		}
	}
}

// inEach visits what each of several holds, one after the other.
func inEach[A, B any](all []A, held func(A) iter.Seq[B]) iter.Seq[B] {
	return func(yield func(B) bool) {
		for _, one := range all {
			for b := range held(one) {
				if !yield(b) {
					return
				}
			}
		}
	}
}

func pointers[T any](list []T) iter.Seq[*T] {
	return func(yield func(*T) bool) {
		for i := range list {
			if !yield(&list[i]) {
				return
			}
		}
	}
}

// Quotations visits the paragraphs of a page that are others' words.
func (p *Page) Quotations() iter.Seq[*Passage] {
	return func(yield func(*Passage) bool) {
		for para := range pointers(p.Doc.Paragraphs) {
			if para.Quoted && !para.Alert && !yield(&Passage{Lang: p.Lang, Text: para.Text, Page: p, Para: para, Kind: "quotation", Heading: para.Heading}) {
				return
			}
		}
	}
}

// Prose visits the paragraphs among the own words of a page.
func (p *Page) Prose() iter.Seq[*Passage] {
	return those(p.Passages(), func(t *Passage) bool { return t.Para != nil })
}

// RecordPassages visits the texts of records that stand under a language:
// of those kinds of records, or of all when none is given.
func (s *Site) RecordPassages(kinds ...string) iter.Seq[*Passage] {
	return those(inEach(s.Records, (*Record).Passages), func(t *Passage) bool {
		return len(kinds) == 0 || slices.Contains(kinds, t.Record.Kind)
	})
}

// ownWords lists the passages of a page. They are made once, as it is read:
// every rule about words goes through them.
func (p *Page) ownWords() []Passage {
	own := make([]Passage, 0, 4+len(p.Doc.Headings)+len(p.Doc.Paragraphs)+len(p.Doc.Images))
	for _, part := range [][2]string{{"/title", p.Title}, {"/summary", p.Summary}, {"/note", p.Note}, {"/goal", p.Goal}} {
		if part[1] != "" {
			own = append(own, Passage{Lang: p.Lang, Text: part[1], Page: p, Kind: part[0][1:], Heading: -1, doc: p.Front.Doc, pointer: part[0]})
		}
	}
	for i, reason := range p.avoidReasons() {
		if reason != "" {
			own = append(own, Passage{Lang: p.Lang, Text: reason, Page: p, Kind: ReasonKind, Heading: -1, doc: p.Front.Doc, pointer: fmt.Sprintf("/avoid/%d/reason", i)})
		}
	}
	for i, h := range p.Doc.Headings {
		own = append(own, Passage{Lang: p.Lang, Text: h.Text, Page: p, Kind: "heading", Heading: i, at: h.Position})
	}
	for para := range p.Doc.Prose() {
		own = append(own, Passage{Lang: p.Lang, Text: para.Text, Page: p, Para: para, Kind: para.Kind, Heading: para.Heading})
	}
	for _, image := range p.Doc.Images {
		own = append(own, Passage{Lang: p.Lang, Text: image.Alt, Page: p, Kind: "alternative", Heading: -1, at: image.Position})
	}
	for i := range p.Doc.Blocks {
		own = append(own, p.blockWords(&p.Doc.Blocks[i])...)
	}
	return readSentences(own)
}

// ReasonKind is the kind of a passage that says why a word for a term is avoided.
const ReasonKind = "reason"

// avoidReasons lists why words for a term are avoided, in their order.
func (p *Page) avoidReasons() (reasons []string) {
	var avoid []struct{ Reason string }
	_ = p.Front.Doc.Decode("/avoid", &avoid) // the schema says what is wrong
	for _, a := range avoid {
		reasons = append(reasons, a.Reason)
	}
	return reasons
}

// blockWords lists the lines of a block that holds text, such as the events
// of a timeline. Other code is nobody's prose.
func (p *Page) blockWords(b *md.Block) (own []Passage) {
	if s, ok := schema.Get("block-" + b.Kind); !ok || s.OfReaders() {
		return nil
	}
	at := diag.Position{File: p.File, Line: b.BodyLine, Column: 1}
	for line := range strings.Lines(string(b.Body)) {
		own = append(own, Passage{Lang: p.Lang, Text: text.Visible(strings.TrimSuffix(line, "\n")), Page: p, Kind: "line", Heading: b.Heading, at: at})
		at.Line++
	}
	return own
}

// ownWords lists the texts of a record that stand under one of the languages.
func (r *Record) ownWords(languages []string) (own []Passage) {
	for pointer, text := range r.Texts() {
		for _, lang := range languages {
			if field, _, found := strings.Cut(pointer+"/", "/"+lang+"/"); found {
				own = append(own, Passage{Lang: lang, Text: text, Record: r, Kind: strings.TrimPrefix(field, "/"), Heading: -1, doc: r.Doc, pointer: pointer})
			}
		}
	}
	return readSentences(own)
}

// IsColophon reports whether a page is about the site itself.
func (s *Site) IsColophon(p *Page) bool {
	return p != nil && slices.Contains(s.Config.Params.Colophon, p.Section)
}
