package site

import (
	"cmp"
	"errors"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/schema"
	"comwijzer/tools/internal/yaml"
)

// pageName is <name>.<language>.md; Hugo lowers paths, so we ask for lower case.
var pageName = regexp.MustCompile(`^(_?[a-z0-9]+(?:-[a-z0-9]+)*)\.([a-z]{2})\.md$`)

// page reads one page; nil when it cannot be used at all.
func (l *loader) page(name string) *Page {
	m := pageName.FindStringSubmatch(path.Base(name))
	if m == nil || strings.ToLower(name) != name {
		l.report(diag.Position{File: name}, FileName, "name it like two-words."+l.site.Languages[0]+".md: lower case, digits, hyphens, a language of the site",
			"file name %q does not say page and language", path.Base(name))
		l.lostName(name)
		return nil
	}
	if !slices.Contains(l.site.Languages, m[2]) {
		if !l.site.Config.Languages[m[2]].Disabled {
			l.report(diag.Position{File: name}, FileName, fmt.Sprintf("remove it, or add the language: wijzer new language %s", m[2]),
				"%q is in language %q, which the site does not have", path.Base(name), m[2])
			l.lostName(name)
		}
		return nil
	}
	l.portable(name)
	p := &Page{File: name, Lang: m[2], Path: logicalPath(name, m[1])}
	p.Section = section(p.Path)
	src, body, ok := l.open(p)
	if !ok {
		l.lostPage(p.Lang, p.Path)
		return nil
	}
	_ = p.Front.Decode("", &p.Front)
	p.Doc = md.Parse(src, body, diag.NewLines(name, src))
	p.Refs, p.passages = slices.Clone(l.pageRefs(p)), slices.Clone(p.ownWords()) // without room for more
	l.allow(outsideExamples(p, allowances(name, src)))
	return p
}

// open reads a page's text and front matter, or reports why it cannot.
func (l *loader) open(p *Page) (src []byte, body int, ok bool) {
	if src, ok = l.read(p.File); !ok {
		return nil, 0, false
	}
	if offset, what := heavyBlock(src); what != "" {
		l.report(diag.NewLines(p.File, src).Position(offset), FileUnreadable, "put blank lines between its parts",
			"more than %s without a blank line", what)
		return nil, 0, false
	}
	front, line, body, ok := md.FrontMatter(src)
	if !ok {
		l.report(diag.Position{File: p.File, Line: 1, Column: 1}, FrontMatter,
			"start with a line ---, then title, type and the rest, then a line ---", "no front matter")
		return nil, 0, false
	}
	p.Front.Doc, ok = l.yaml(front, diag.Position{File: p.File, Line: line})
	return src, body, ok
}

// logicalPath is the address that Hugo knows a page by in every language.
func logicalPath(name, base string) string {
	dir := strings.TrimPrefix(path.Dir(name), "content")
	if base == "_index" || base == "index" {
		return cmp.Or(dir, "/")
	}
	return dir + "/" + base
}

// section returns the first part of a logical path.
func section(logical string) string {
	first, _, _ := strings.Cut(strings.TrimPrefix(logical, "/"), "/")
	return first
}

func (l *loader) yaml(src []byte, origin diag.Position) (*yaml.Doc, bool) {
	doc, err := yaml.Parse(src, origin)
	var fault *yaml.Error
	if errors.As(err, &fault) {
		hint := cmp.Or(fault.Hint, "write key: text; texts with \": \" or a leading special character need quotes")
		l.report(fault.Position, YAMLSyntax, hint, "%s", fault.Message)
		return doc, false
	}
	return doc, true
}

// pageRefs collects what the page points at, in reading order.
func (l *loader) pageRefs(p *Page) (refs []Ref) {
	if s, ok := schema.Get("page-" + p.Type); ok {
		refs = schemaRefs(s, p.Front.Doc)
	}
	for i := range p.Doc.Links {
		link := &p.Doc.Links[i]
		scheme, id := md.SplitDest(link.Dest)
		if kind := SchemeKinds[scheme]; kind != "" {
			refs = append(refs, Ref{Position: link.Position, Kind: kind, ID: id, Text: link.Text, Link: link})
		}
	}
	for i := range p.Doc.Blocks {
		doc, found := l.block(p, &p.Doc.Blocks[i])
		p.Blocks = append(p.Blocks, doc)
		refs = append(refs, found...)
	}
	slices.SortStableFunc(refs, func(a, b Ref) int { return cmp.Or(a.Line-b.Line, a.Column-b.Column) })
	return refs
}

// block reads a block's body and what it points at. Blocks without schema
// (plain code) say nothing.
func (l *loader) block(p *Page, b *md.Block) (*yaml.Doc, []Ref) {
	s, ok := schema.Get("block-" + b.Kind)
	if !ok {
		return nil, nil
	}
	doc, ok := l.yaml(b.Body, diag.Position{File: p.File, Line: b.BodyLine})
	if !ok {
		l.lost("block", b.Position.String())
		return nil, nil
	}
	refs := schemaRefs(s, doc)
	for i := range refs {
		refs[i].Block = b
	}
	return doc, refs
}

func schemaRefs(s *schema.Schema, doc *yaml.Doc) (refs []Ref) {
	for _, r := range s.Refs(doc.Value) {
		refs = append(refs, Ref{Position: doc.Position(r.Pointer), Kind: r.Kind, ID: r.ID})
	}
	return refs
}
