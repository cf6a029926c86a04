package site

import (
	"cmp"
	"iter"
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

// Resolve follows a link to a page: a path relative to the file it stands
// in, with .md, without language. A link that names a language keeps to it.
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

// PageLink is a link between pages, with where it leads.
type PageLink struct {
	md.Link
	Target
	From    *Page
	InBlock bool // where its address is all there is of it
}

// PageLinks visits the links between pages, but for those to pages that
// could not be read: in text, and in the texts of blocks that a schema
// marks with "page".
func (s *Site) PageLinks() iter.Seq[PageLink] {
	return func(yield func(PageLink) bool) {
		for _, page := range s.Pages {
			for link := range page.Links() {
				link.Target = s.Resolve(page, link.Dest)
				if !s.PageLost(cmp.Or(link.Target.Lang, page.Lang), link.Path) && !yield(link) {
					return
				}
			}
		}
	}
}

// Links visits the links of a page to pages, not yet resolved.
func (p *Page) Links() iter.Seq[PageLink] {
	return func(yield func(PageLink) bool) {
		for _, link := range p.Doc.Links {
			if md.IsPageLink(link.Dest) && !yield(PageLink{Link: link, From: p}) {
				return
			}
		}
		for _, b := range p.ReadBlocks() {
			for _, m := range b.Schema.Marked("page", b.Value) {
				link := md.Link{Position: b.Position(m.Pointer), Dest: m.Text, Heading: b.Fence.Heading, Paragraph: -1}
				if md.IsPageLink(link.Dest) && !yield(PageLink{Link: link, From: p, InBlock: true}) {
					return
				}
			}
		}
	}
}

// LeadsTo reports whether the text of a page links to the one at a path.
func (s *Site) LeadsTo(page *Page, path string) bool {
	return slices.ContainsFunc(page.Doc.Links, func(link md.Link) bool {
		if !md.IsPageLink(link.Dest) {
			return false
		}
		target := s.Resolve(page, link.Dest).Page
		return target != nil && target.Path == path
	})
}

// StaticFile returns the file behind an address in a page: beside the page,
// or below static/ when it starts with a slash.
func (p *Page) StaticFile(dest string) string {
	dest, _, _ = strings.Cut(dest, "#")
	if strings.HasPrefix(dest, "/") {
		return path.Join("static", dest)
	}
	return path.Join(path.Dir(p.File), dest)
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
	if strings.Contains(strings.ToLower(file), "%2f") {
		return file, decoded(fragment) // part of a name, which no file has
	}
	return decoded(file), decoded(fragment)
}

// climbs reports whether a relative path leaves content/. Joined paths
// would hide it: above the root there is only the root.
func climbs(from, dir string) bool {
	rest := strings.TrimPrefix(path.Dir(strings.TrimPrefix(from, "content/")), "/")
	return strings.HasPrefix(path.Join(rest, dir)+"/", "../")
}

// HasAnchor reports whether a fragment leads somewhere on the page: to a
// heading, to a block with an id, or to the top (HTML standard, 7.4.6.4).
func (p *Page) HasAnchor(fragment string) bool {
	return fragment == "" || strings.EqualFold(fragment, "top") || p.Heading(fragment) != nil || p.Doc.HasAnchor(fragment)
}

// Heading returns the heading with that id, nil when there is none.
func (p *Page) Heading(id string) *md.Heading { return p.Doc.Heading(id) }
