package site

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"comwijzer/tools/internal/md"
)

// Target is where a page link leads.
type Target struct {
	Page     *Page  // nil when there is no such page
	Path     string // the logical path that the link names
	Lang     string // the language that the link names, "" for the page's own
	Fragment string
}

// IsPageLink reports whether a destination is one between pages: no scheme,
// and no address of something else than a Markdown file.
func IsPageLink(dest string) bool {
	scheme, _ := md.SplitDest(dest)
	file, _, _ := strings.Cut(dest, "#")
	return scheme == "" && !strings.HasPrefix(dest, "//") && (file == "" || path.Ext(file) == ".md")
}

// Resolve follows a link to a page: a path relative to the file it stands in,
// with .md, without language. A link that names a language keeps to it.
func (s *Site) Resolve(from *Page, dest string) Target {
	file, fragment := splitFragment(dest)
	if file == "" {
		return Target{Page: from, Path: from.Path, Fragment: fragment}
	}
	base := strings.TrimSuffix(path.Base(file), ".md")
	t := Target{Fragment: fragment}
	if name, lang, ok := strings.Cut(base, "."); ok {
		base, t.Lang = name, lang
	}
	dir := path.Dir(file)
	if !strings.HasPrefix(file, "/") {
		dir = path.Join(path.Dir(strings.TrimPrefix(from.File, "content")), dir)
	}
	if !strings.HasPrefix(file, "/") && climbs(from.File, path.Dir(file)) {
		t.Path = path.Join(path.Dir(file), base)
		return t
	}
	t.Path = path.Join(dir, base)
	if base == "_index" || base == "index" {
		t.Path = dir
	}
	lang := from.Lang
	if t.Lang != "" {
		lang = t.Lang
	}
	t.Page = s.Page(lang, t.Path)
	return t
}

// splitFragment splits an address as the URL standard has it, decoded. What
// points at a text rather than at an id, after ":~:", is not part of it.
func splitFragment(dest string) (file, fragment string) {
	file, fragment, _ = strings.Cut(dest, "#")
	fragment, _, _ = strings.Cut(fragment, ":~:")
	decoded := func(s string) string {
		if plain, err := url.PathUnescape(s); err == nil {
			return plain
		}
		return s
	}
	return decoded(file), decoded(fragment)
}

// climbs reports whether a relative path leaves content/. Joined paths would
// hide it: above the root there is only the root.
func climbs(from, dir string) bool {
	rest := strings.TrimPrefix(path.Dir(strings.TrimPrefix(from, "content/")), "/")
	return strings.HasPrefix(path.Join(rest, dir)+"/", "../")
}

// HasAnchor reports whether a fragment leads somewhere on the page: to a
// heading, to a block with an id, or to the top (HTML standard, 7.4.6.4).
func (p *Page) HasAnchor(fragment string) bool {
	return fragment == "" || strings.EqualFold(fragment, "top") || p.Heading(fragment) != nil || slices.Contains(p.Doc.Anchors, fragment)
}

// Heading gives the heading with that id, nil when there is none.
func (p *Page) Heading(id string) *md.Heading {
	for i := range p.Doc.Headings {
		if p.Doc.Headings[i].ID == id {
			return &p.Doc.Headings[i]
		}
	}
	return nil
}
