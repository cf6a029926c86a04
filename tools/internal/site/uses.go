package site

import (
	"bytes"
	"iter"
	"strconv"

	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/schema"
)

// Use is a reference with the page or record that it stands in.
type Use struct {
	Ref
	Page   *Page
	Record *Record
}

// In says in words what the reference stands in: page "/netwerk/leiders".
func (u Use) In() string {
	switch {
	case u.Record != nil:
		return u.Record.Kind + " " + strconv.Quote(u.Record.ID)
	case u.Page.Entry != nil:
		return "term " + strconv.Quote(u.Page.Entry.Term.ID)
	}
	return "page " + strconv.Quote(u.Page.Path)
}

// Uses visits the references to records of a kind, or to terms, wherever they
// stand: links, blocks, front matter and records; all references for "".
func (s *Site) Uses(kind string) iter.Seq[Use] {
	return func(yield func(Use) bool) {
		for _, page := range s.Pages {
			for _, ref := range page.Refs {
				if (kind == "" || ref.Kind == kind) && !yield(Use{Ref: ref, Page: page}) {
					return
				}
			}
		}
		for _, record := range s.Records {
			for _, ref := range record.Refs {
				if (kind == "" || ref.Kind == kind) && !yield(Use{Ref: ref, Record: record}) {
					return
				}
			}
		}
	}
}

// Translations visits the pages that have a counterpart in the language
// that leads, after that counterpart: both whole, or what one lacks may
// stand in the block of it that could not be read.
func (s *Site) Translations() iter.Seq2[*Page, *Page] {
	return func(yield func(lead, page *Page) bool) {
		for _, page := range s.Pages {
			lead := s.Page(s.DefaultLanguage(), page.Path)
			if lead != nil && lead != page && lead.isWhole() && page.isWhole() && !yield(lead, page) {
				return
			}
		}
	}
}

// SectionUse is a reference in the text of a page, or a block that asks for
// records without naming them, under a section.
type SectionUse struct {
	Ref
	Section string
}

// UsesBySection lists what a page refers to, by section as another is
// divided too: the nearest heading above whose id both have. A block that
// asks for records without naming them is a use of the kind "block".
func (p *Page) UsesBySection(other *Page) map[string][]SectionUse {
	sections, uses := p.SharedSections(other), map[string][]SectionUse{}
	add := func(heading int, ref Ref) {
		in := sections[heading+1]
		uses[in] = append(uses[in], SectionUse{ref, in})
	}
	named := map[*md.Block]bool{}
	for _, ref := range p.Refs {
		if ref.Link != nil || ref.Block != nil {
			named[ref.Block] = true
			add(ref.HeadingIndex(), ref)
		}
	}
	for i := range p.Doc.Blocks {
		b := &p.Doc.Blocks[i]
		if query := queryOf(b); query != "" && !named[b] {
			add(b.Heading, Ref{Position: b.Position, Kind: "block", ID: query, Block: b})
		}
	}
	return uses
}

// queryOf returns what a block asks for when that is one line, as in
// "contacts for: jongere"; longer ones hold text, which is translated.
func queryOf(b *md.Block) string {
	body := bytes.TrimSpace(b.Body)
	if s, known := schema.Get("block-" + b.Kind); !known || s.OfReaders() || bytes.IndexByte(body, '\n') >= 0 {
		return ""
	}
	return b.Kind + " " + string(body)
}

// SharedSections returns, for no heading and for each heading of the page,
// the id of the section that both pages have.
func (p *Page) SharedSections(other *Page) []string {
	sections := []string{""}
	for i, h := range p.Doc.Headings {
		id := sections[i]
		if other.Heading(h.ID) != nil {
			id = h.ID
		}
		sections = append(sections, id)
	}
	return sections
}
