package site

import (
	"maps"
	"slices"
)

// Reread returns the site as it is when some of its pages have changed,
// with these pages, and reads no other file. It returns no pages when that
// is not enough: a file is no page that the site has, cannot be read, is
// published with another text, moved to another address, or points at what
// is not there.
func (s *Site) Reread(files []string) (*Site, []*Page) {
	l := &loader{site: s.copied()}
	var pages []*Page
	terms := false
	for _, file := range files {
		i := slices.IndexFunc(s.Pages, func(p *Page) bool { return p.File == file })
		if i < 0 || s.withheld[file] != nil {
			return s, nil
		}
		p := l.page(file)
		if p == nil || s.URL(p) != s.URL(s.Pages[i]) || slices.ContainsFunc(p.Refs, func(r Ref) bool { return !s.Exists(r.Kind, r.ID) }) {
			return s, nil
		}
		terms = terms || p.Type == "term" || s.Pages[i].Entry != nil
		l.site.Pages[i], l.site.pages[p.Lang][p.Path] = p, p
		pages = append(pages, p)
	}
	if terms {
		l.glossary()
	}
	if len(l.found) > 0 {
		return s, nil
	}
	return l.site, pages
}

// copied returns a site that can be changed while somebody reads s. Pages
// of terms are copied too: each knows its entry.
func (s *Site) copied() *Site {
	c := *s
	c.Pages, c.Allowances, c.unread = slices.Clone(s.Pages), slices.Clip(s.Allowances), maps.Clone(s.unread)
	c.pages = map[string]map[string]*Page{}
	for lang, pages := range s.pages {
		c.pages[lang] = maps.Clone(pages)
	}
	for i, p := range c.Pages {
		if p.Entry != nil {
			term := *p
			c.Pages[i], c.pages[p.Lang][p.Path] = &term, &term
		}
	}
	return &c
}
