package site

import (
	"path"
	"slices"
	"strings"
)

// lost notes that a file could not be read, and with it what it holds: a
// page, or a record by its kind and id.
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

// lostName notes a page that stands in a file whose name does not say which
// it is: under all that it may be meant for.
func (l *loader) lostName(name string) {
	base, rest, _ := strings.Cut(path.Base(name), ".")
	for _, lang := range l.site.Languages {
		if said, _, _ := strings.Cut(rest, "."); said == lang || !slices.Contains(l.site.Languages, said) {
			l.lostPage(lang, logicalPath(name, base))
			l.lostPage(lang, strings.ToLower(logicalPath(name, base)))
		}
	}
}

// lostFile notes what a file would hold, which is none.
func (l *loader) lostFile(name string) {
	dir := path.Dir(name)
	switch {
	case strings.HasPrefix(name, "content/"):
		l.lostName(name)
	case path.Dir(dir) == "data":
		l.lost(strings.TrimSuffix(path.Base(dir), "s"), strings.TrimSuffix(path.Base(name), ".yaml"))
	default:
		l.lost("file", name)
	}
}

// Unread reports whether a lexicon, or a file of interface texts, could not be read.
func (s *Site) Unread(file string) bool { return s.unread["file "+file] }

// Incomplete reports whether a file of the site could not be read. What is
// missing elsewhere may then stand in that file.
func (s *Site) Incomplete() bool { return len(s.unread) > 0 }

// PageLost reports whether there is a page of that language and logical
// path that could not be read.
func (s *Site) PageLost(lang, logical string) bool { return s.unread["page "+lang+" "+logical] }
