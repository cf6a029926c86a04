package site

import (
	"cmp"
	"path"
	"strings"
)

// URL gives the address that Hugo publishes a page at, without host: the
// language's folder, unless it is the default, and then the pattern for the
// page's section in [languages.xx.permalinks], or the page's path. Of Hugo's
// tokens only :slugorcontentbasename is known; the rule built-page proves on
// the rendered site that every address is right.
func (s *Site) URL(p *Page) string {
	prefix := ""
	if p.Lang != s.DefaultLanguage() {
		prefix = "/" + p.Lang
	}
	if p.Path == "/" {
		return prefix + "/"
	}
	permalinks := s.Config.Languages[p.Lang].Permalinks
	leaf := cmp.Or(p.Text("slug"), path.Base(p.Path))
	if p.IsSection() {
		return prefix + cmp.Or(permalinks.Section[p.Section], p.Path+"/")
	}
	pattern := cmp.Or(permalinks.Page[p.Section], path.Join(path.Dir(p.Path), ":slugorcontentbasename")+"/")
	return prefix + strings.ReplaceAll(pattern, ":slugorcontentbasename", leaf)
}

// IsSection reports whether the page is a section's front page, or home.
func (p *Page) IsSection() bool { return strings.HasPrefix(path.Base(p.File), "_index.") }

// Headline gives the text of a heading by its index, "" for none.
func (p *Page) Headline(index int) string {
	if index < 0 || index >= len(p.Doc.Headings) {
		return ""
	}
	return p.Doc.Headings[index].Text
}

// Anchor gives the id of a heading by its index, "" for none.
func (p *Page) Anchor(index int) string {
	if index < 0 || index >= len(p.Doc.Headings) {
		return ""
	}
	return p.Doc.Headings[index].ID
}

// HeadingIndex gives the index of the heading that a reference stands under: that of its link or block, -1 for none.
func (r Ref) HeadingIndex() int {
	switch {
	case r.Link != nil:
		return r.Link.Heading
	case r.Block != nil:
		return r.Block.Heading
	}
	return -1
}
