package between

import (
	"cmp"
	"fmt"
	"slices"
	"sync"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

// Standing is what became of a text in two languages since somebody said
// that they translate each other.
type Standing int

// The later weighs more: of a text in more than two languages the one that
// weighs most holds.
const (
	Seen    Standing = iota // neither changed
	New                     // nobody said so
	Changed                 // one did, or both, or the site keeps no state
)

// Standings knows the standing of the texts of a site, by where they are.
type Standings struct {
	site  *site.Site
	known func() (map[string]Standing, []Drift)
	pages func() map[string]*site.Page // by file

	sync.Mutex
	spots map[string][]located // by file, where they were asked for
}

// NewStandings returns the standings of a site; they are worked out when
// they are asked for.
func NewStandings(s *site.Site) *Standings {
	return &Standings{site: s, spots: map[string][]located{},
		known: sync.OnceValues(func() (map[string]Standing, []Drift) {
			state := StateOf(s)
			if state == nil { // the site keeps none
				return nil, nil
			}
			return state.standings(Sections(s))
		}),
		pages: sync.OnceValue(func() map[string]*site.Page {
			pages := map[string]*site.Page{}
			for _, p := range s.Pages {
				pages[p.File] = p
			}
			return pages
		}),
	}
}

// standings returns the standing of pairs by place, and those that drifted.
func (s State) standings(pairs []Pair) (known map[string]Standing, drifted []Drift) {
	known = map[string]Standing{}
	words := wordings{}
	for _, d := range s.Drifted(pairs) {
		is := New
		if d.Was != "" {
			d.Words = words.unanswered(pairs, d)
			is, drifted = Changed, append(drifted, d)
		}
		known[d.Place] = max(known[d.Place], is)
	}
	for _, p := range pairs {
		known[p.Place] = max(known[p.Place], Seen)
	}
	return known, drifted
}

// Spot is a text of a page that stands in several languages.
type Spot struct {
	Place string // its section
	Text  string // which in it, alike in all languages
	Lang  string
}

// At returns the text of a page that a place lies in; false for what stands
// in one language, and outside pages.
func (s *Standings) At(at diag.Position) (Spot, bool) {
	s.Lock()
	defer s.Unlock()
	if s.spots[at.File] == nil {
		s.spots[at.File] = s.read(s.pages()[at.File])
	}
	var found *located
	for i, l := range s.spots[at.File] {
		before := l.at.Line < at.Line || l.at.Line == at.Line && l.at.Column <= at.Column
		if before || found == nil && l.at.Line == at.Line {
			found = &s.spots[at.File][i]
		}
	}
	if found == nil {
		return Spot{}, false
	}
	return found.Spot, true
}

// located is a spot, and where it begins.
type located struct {
	Spot
	at diag.Position
}

// read returns the texts of a page that stands in several languages, in
// reading order: one by one where the languages have as many.
func (s *Standings) read(page *site.Page) (all []located) {
	if page == nil {
		return nil
	}
	lead := s.site.Page(s.site.DefaultLanguage(), page.Path)
	for _, lang := range s.site.Languages {
		other := s.site.Page(lang, page.Path)
		if other == nil || other == page || lead != page && lead != other {
			continue
		}
		mine, theirs := onPage(page, other), onPage(other, page)
		for _, at := range mine.spots {
			for i, p := range mine.texts[at] {
				spot := Spot{page.Path + "#" + at.section, at.String(), page.Lang}
				if len(mine.texts[at]) == len(theirs.texts[at]) {
					spot.Text += fmt.Sprint(" ", i)
				}
				all = append(all, located{spot, p.At(0)})
			}
		}
		break
	}
	slices.SortStableFunc(all, func(a, b located) int {
		return cmp.Or(cmp.Compare(a.at.Line, b.at.Line), cmp.Compare(a.at.Column, b.at.Column))
	})
	return all
}

// OfTexts returns the standing of the texts that differ; false for those of
// the interface, which are no page or record.
func (s *Standings) OfTexts(d Difference) (Standing, bool) {
	if f := d.At(); f.passage != nil && f.passage.Record != nil {
		return s.Of(Spot{Place: f.passage.Record.Kind + ":" + f.passage.Record.ID}), true
	}
	spot, ok := s.At(d.At().At())
	return s.Of(spot), ok
}

// Drifted returns what drifted of what somebody compared.
func (s *Standings) Drifted() []Drift {
	_, drifted := s.known()
	return drifted
}

// Of returns the standing of a place.
func (s *Standings) Of(spot Spot) Standing {
	standing, _ := s.known()
	if is, known := standing[spot.Place]; known {
		return is
	}
	return Changed
}
