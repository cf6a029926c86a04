package site

import "path"

// lost notes that a file could not be read, and with it what it holds: a page,
// or a record by its kind and id.
func (l *loader) lost(kind, id string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.site.unread[kind+" "+id] = true
}

// lostPage notes that a page could not be read, and that it may be a term.
func (l *loader) lostPage(lang, logical string) {
	l.lost("page", lang+" "+logical)
	l.lost("term", path.Base(logical))
}

// Incomplete reports whether a file of the site could not be read. What is
// missing elsewhere may then stand in that file.
func (s *Site) Incomplete() bool { return len(s.unread) > 0 }

// PageLost reports whether there is a page of that language and logical path
// that could not be read.
func (s *Site) PageLost(lang, logical string) bool { return s.unread["page "+lang+" "+logical] }
