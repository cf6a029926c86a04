package site

import "time"

// IsHeld reports whether the page is not published on a day: a draft, or
// one whose day has not come. Hugo decides the same.
func (p *Page) IsHeld(today time.Time) bool {
	from, err := time.ParseInLocation(time.DateOnly, p.From, today.Location())
	return p.Draft || err == nil && from.After(today)
}

// Held lists the pages that are not published on a day.
func (s *Site) Held(today time.Time) (held []*Page) {
	for _, p := range s.Pages {
		if p.IsHeld(today) {
			held = append(held, p)
		}
	}
	return held
}

// Without returns the site as it is when some pages are not there.
func (s *Site) Without(pages []*Page) *Site {
	gone := map[string][]byte{}
	for _, p := range pages {
		gone[p.File] = nil
	}
	rest, _ := Load(Overlay(s.FS, gone))
	return rest
}
