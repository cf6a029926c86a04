package site

import "slices"

// Gone is the address of a page under a tombstone, in one language.
type Gone struct {
	Lang, Path string
	URL        string // without host
	Title      string // "" when it was never released
	*Tombstone
}

// Gone lists the addresses of the pages, terms and sources that tombstones
// remember: as they were released, or where they would have stood.
func (s *Site) Gone() (gone []Gone) {
	for _, t := range s.Tombstones() {
		logical := s.PathOf(t.Of, t.Was)
		if logical == "" || s.Exists(t.Of, t.Was) {
			continue
		}
		for _, lang := range s.Languages {
			was := s.Stood(lang, logical)
			gone = append(gone, Gone{lang, logical, was.URL, was.Title, t})
		}
	}
	return gone
}

// Retired returns the tombstone of what had a path or id, nil where there is none.
func (s *Site) Retired(kind, name string) *Tombstone {
	for _, t := range s.Tombstones() {
		if t.Of == kind && t.Was == name && !s.Exists(kind, name) {
			return t
		}
	}
	return nil
}

// Stood returns a page that is gone: as it was released, or where it would
// have stood without slug.
func (s *Site) Stood(lang, logical string) Standing {
	for _, p := range s.Released().Pages {
		if p.Lang == lang && p.Path == logical {
			return p
		}
	}
	return Standing{URL: s.URL(&Page{Lang: lang, Path: logical, Section: section(logical)})}
}

// Redirected reports whether an id on a page leads on to another.
func (s *Site) Redirected(page, id string) bool {
	return slices.ContainsFunc(s.Redirects().Headings, func(h Heading) bool { return h.Page == page && h.Was == id })
}

// Renamed returns what a name is now, "" when it was not given up for another.
func (s *Site) Renamed(kind, id string) string {
	for _, r := range s.Redirects().Names {
		if r.Kind == kind && r.Was == id {
			return r.Now
		}
	}
	return ""
}

// TitleOf returns what the page of something is called.
func (s *Site) TitleOf(lang, kind, id string) string {
	if logical := s.PathOf(kind, id); s.Address(lang, logical) != "" {
		return s.titleAt(lang, logical)
	}
	return ""
}
