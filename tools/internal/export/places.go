package export

import (
	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
)

// shownPlaces is how many pages a page lists of those that point at it. All
// of them are in a table to download, so that no page grows with the site.
const shownPlaces = 60

// places are the pages that point at something, the first of them with where.
type places struct {
	Total int      `json:"total"`
	Pages []*place `json:"pages"`
}

// place is a page with the spots on it that point at something: per heading one.
type place struct {
	Path  string  `json:"path"`
	Spots []*spot `json:"spots"`
}

// spot is what stands under one heading: with Anchor "", above the first.
type spot struct {
	Anchor   string   `json:"anchor"`
	Heading  string   `json:"heading"`
	Locators []string `json:"locators,omitempty"` // the places in a source
	Sentence string   `json:"sentence,omitempty"` // the first that uses a term
	Certain  string   `json:"certain,omitempty"`  // how certain the first claim is
}

// spot returns the one for a place on a page, and whether it is new. Pages come
// one after the other; of those past the first few only the number counts.
func (p *places) spot(page *site.Page, heading int) (s *spot, added bool) {
	var above md.Heading
	if heading >= 0 {
		above = page.Doc.Headings[heading]
	}
	last := p.on(page)
	for _, s := range last.Spots {
		if s.Anchor == above.ID {
			return s, false
		}
	}
	s = &spot{Anchor: above.ID, Heading: above.Text}
	last.Spots = append(last.Spots, s)
	return s, true
}

func (p *places) on(page *site.Page) *place {
	if n := len(p.Pages); n > 0 && p.Pages[n-1].Path == page.Path {
		return p.Pages[n-1]
	}
	p.Total++
	p.Pages = append(p.Pages, &place{Path: page.Path, Spots: []*spot{}})
	return p.Pages[len(p.Pages)-1]
}

// cut leaves of the pages those that are shown.
func (p *places) cut() { p.Pages = p.Pages[:min(len(p.Pages), shownPlaces)] }

// rows are the places as rows of a table: for which id they are in which
// language, the page, the heading with its address, and more cells if
// wanted. A page about a term that needs caution is no row, and what names
// one no cell.
func (p *places) rows(s *site.Site, lang, id string, guard guard, more ...func(*spot) string) (rows [][]string) {
	for _, place := range p.Pages {
		page := s.Page(lang, place.Path)
		if page.Entry != nil && page.Entry.Term.Status == glossary.Caution {
			continue
		}
		for _, spot := range place.Spots {
			address := base(s) + s.URL(page)
			if spot.Anchor != "" {
				address += "#" + spot.Anchor
			}
			row := []string{id, lang, page.Title, spot.Heading, address}
			for _, cell := range more {
				row = append(row, cell(spot))
			}
			for i, cell := range row {
				if guard.caution.Has(cell) {
					row[i] = ""
				}
			}
			rows = append(rows, row)
		}
	}
	return rows
}
