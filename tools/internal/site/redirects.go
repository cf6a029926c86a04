package site

import (
	"fmt"
	"path"
	"slices"
	"strings"
)

// RedirectsFile lists what was renamed, for those who know the old name.
const RedirectsFile = "data/redirects.yaml"

// Redirects says what became of names, addresses and ids that were given up
// for others. All lead to what there is now, never to each other.
type Redirects struct {
	Names     []Renamed `json:"names"`
	Addresses []Moved   `json:"addresses"`
	Headings  []Heading `json:"headings"`
}

// Renamed is a page by its path, or a term or record by its id, that has
// another name now.
type Renamed struct {
	Kind string `json:"kind"`
	Was  string `json:"was"`
	Now  string `json:"now"`
}

// Moved is an address, without host, where a page stood that is elsewhere now.
type Moved struct {
	Was string `json:"was"`
	Now string `json:"now"` // the page's path
}

// Heading is a heading of a page, in all its languages, whose id is another now.
type Heading struct {
	Page string `json:"page"` // its path
	Was  string `json:"was"`
	Now  string `json:"now"`
}

// Redirects returns what RedirectsFile says.
func (s *Site) Redirects() (r Redirects) {
	_ = s.List("redirects").Decode("", &r)
	return r
}

// Text returns the file that says r, nil when there is nothing to say.
func (r Redirects) Text() []byte {
	var b strings.Builder
	list := func(name string, lines []string) {
		slices.Sort(lines)
		if lines = slices.Compact(lines); len(lines) > 0 {
			fmt.Fprintf(&b, "%s:\n%s", name, strings.Join(lines, ""))
		}
	}
	list("names", lines(r.Names, func(n Renamed) string {
		return fmt.Sprintf("  - {kind: %s, was: %q, now: %q}\n", n.Kind, n.Was, n.Now)
	}))
	list("addresses", lines(r.Addresses, func(m Moved) string { return fmt.Sprintf("  - {was: %q, now: %q}\n", m.Was, m.Now) }))
	list("headings", lines(r.Headings, func(h Heading) string {
		return fmt.Sprintf("  - {page: %q, was: %q, now: %q}\n", h.Page, h.Was, h.Now)
	}))
	if b.Len() == 0 {
		return nil
	}
	return []byte("# What was renamed, and is still found by its old name. Written by wijzer mv.\n" + b.String())
}

func lines[T any](list []T, line func(T) string) (out []string) {
	for _, item := range list {
		out = append(out, line(item))
	}
	return out
}

// Address returns where the page of a logical path stands in a language,
// also when it is made from a record; "" when there is none.
func (s *Site) Address(lang, logical string) string {
	if p := s.Page(lang, logical); p != nil {
		return s.URL(p)
	}
	dir, id := path.Split(logical)
	for _, kind := range recordPages {
		if dir == "/"+s.sectionOf(kind)+"/" && s.Record(kind, id) != nil {
			return s.RecordURL(lang, kind, id)
		}
	}
	return ""
}

// PathOf returns the logical path of the page of something, "" when it has
// none: contacts and the like are shown on pages of others.
func (s *Site) PathOf(kind, id string) string {
	term := s.Term(id)
	switch {
	case kind == "page":
		return id
	case kind == "term" && term != nil:
		return term.Lead.Path
	case kind == "term" && s.Config.Params.Glossary != "":
		return "/" + s.Config.Params.Glossary + "/" + id
	case kind == "signal" && s.Signal(id) != nil && s.Signal(id).Name == nil:
		return ""
	case s.sectionOf(kind) != "":
		return "/" + s.sectionOf(kind) + "/" + id
	}
	return ""
}

// Addresses lists, for a language, the addresses of all pages by their
// path, those made from records included.
func (s *Site) Addresses(lang string) map[string]string {
	out := map[string]string{}
	for _, p := range s.Pages {
		if p.Lang == lang && p.Published() {
			out[p.Path] = s.URL(p)
		}
	}
	for _, r := range s.Records {
		if logical := s.PathOf(r.Kind, r.ID); logical != "" {
			out[logical] = s.Address(lang, logical)
		}
	}
	return out
}
