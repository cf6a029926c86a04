package site

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"comwijzer/tools/internal/schema"
)

// ReleasedFile lists what the last release held, for the rules id-vanished
// and address-vanished.
const ReleasedFile = "data/released.yaml"

// Standing is a page as it was released.
type Standing struct {
	Lang, Path string
	URL        string // without host
	Title      string
	IDs        []string // of its headings and other targets, in order
}

// UnmarshalJSON reads a list of the fields: a mapping for each of very many
// pages would take the YAML library long.
func (s *Standing) UnmarshalJSON(src []byte) error {
	var fields [5]string
	err := json.Unmarshal(src, &fields)
	*s = Standing{fields[0], fields[1], fields[2], fields[3], strings.Fields(fields[4])}
	return err
}

// Released is what the last release held, besides names: the pages,
// addresses that already were old ones then, and the files.
type Released struct {
	Pages []Standing `json:"addresses"`
	Old   []string   `json:"old"`
	Files []string   `json:"files"`
}

// Released returns what ReleasedFile says.
func (s *Site) Released() (r Released) {
	_ = s.List("released").Decode("", &r)
	return r
}

// Release returns the text of ReleasedFile for the site as it is, published
// with files: the names of its pages, terms and records, and the addresses
// of its pages. What an earlier release held and a tombstone or redirect
// remembers stays listed: its address must go on to exist.
func (s *Site) Release(files []string) []byte {
	var b strings.Builder
	b.WriteString("# What stood on the site at its last release. Written by wijzer release.\n")
	names := s.names()
	for _, kind := range append([]string{"page", "term"}, schema.Names("")...) {
		writeList(&b, kind+"s", names[kind])
	}
	b.WriteString("addresses:\n")
	for _, p := range s.standing() {
		fmt.Fprintf(&b, "  - [%q, %q, %q, %q, %q]\n", p.Lang, p.Path, p.URL, p.Title, strings.Join(p.IDs, " "))
	}
	var old []string
	for _, m := range s.Redirects().Addresses {
		old = append(old, m.Was)
	}
	writeList(&b, "old", old)
	writeList(&b, "files", files)
	return []byte(b.String())
}

func writeList(b *strings.Builder, name string, items []string) {
	if len(items) == 0 {
		return
	}
	fmt.Fprintf(b, "%s:\n", name)
	for _, item := range slices.Compact(slices.Sorted(slices.Values(items))) {
		fmt.Fprintf(b, "  - %q\n", item)
	}
}

// names lists what others may refer to, by kind.
func (s *Site) names() map[string][]string {
	names := map[string][]string{}
	for _, p := range s.Pages {
		if p.Entry == nil { // those are listed as terms
			names["page"] = append(names["page"], p.Path)
		}
	}
	names["term"] = s.IDs("term")
	for _, r := range s.Records {
		if r.Kind != "tombstone" {
			names[r.Kind] = append(names[r.Kind], r.ID)
		}
	}
	for _, t := range s.Tombstones() {
		names[t.Of] = append(names[t.Of], t.Was)
	}
	for _, r := range s.Redirects().Names {
		names[r.Kind] = append(names[r.Kind], r.Was)
	}
	return names
}

// standing lists the pages, and those under tombstones as they were released.
func (s *Site) standing() (pages []Standing) {
	for _, lang := range s.Languages {
		for path, url := range s.Addresses(lang) {
			pages = append(pages, Standing{lang, path, url, s.titleAt(lang, path), s.targets(lang, path)})
		}
	}
	buried := map[string]bool{}
	for _, t := range s.Tombstones() {
		buried[s.PathOf(t.Of, t.Was)] = true
	}
	for _, p := range s.Released().Pages {
		if buried[p.Path] {
			pages = append(pages, p)
		}
	}
	slices.SortFunc(pages, func(a, b Standing) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), slices.Index(s.Languages, a.Lang)-slices.Index(s.Languages, b.Lang))
	})
	return pages
}

func (s *Site) titleAt(lang, path string) string {
	if p := s.Page(lang, path); p != nil {
		return p.Title
	}
	id := path[strings.LastIndexByte(path, '/')+1:]
	switch {
	case s.Signal(id) != nil && s.PathOf("signal", id) == path:
		return s.Signal(id).Name.In(lang)
	case s.Topic(id) != nil && s.PathOf("topic", id) == path:
		return s.Topic(id).Title.In(lang)
	case s.Figure(id) != nil && s.PathOf("figure", id) == path:
		return s.figureTitle(lang, s.Figure(id))
	}
	return s.Source(id).Label.In(lang)
}

// figureTitle says a figure in a line, as adapters/figures does: subject, value and source.
func (s *Site) figureTitle(lang string, f *Figure) string {
	title := f.Value.In(lang)
	if topic := s.Topic(f.Topic); topic != nil {
		title = topic.Title.In(lang) + ": " + title
	}
	if source := s.Source(f.Source); source != nil {
		title += ", " + source.Label.In(lang)
	}
	return title
}

// targets lists the ids on a page, old ones included.
func (s *Site) targets(lang, path string) (ids []string) {
	p := s.Page(lang, path)
	if p == nil {
		return nil
	}
	for _, h := range p.Doc.Headings {
		ids = append(ids, h.ID)
	}
	ids = append(ids, p.Doc.Anchors...)
	for _, h := range s.Redirects().Headings {
		if h.Page == path {
			ids = append(ids, h.Was)
		}
	}
	return ids
}
