// Package plain checks an ordinary Hugo site: the links, fragments,
// headings, images and addresses of its Markdown, without page types or
// records, and the pages it was last rendered to, at the lines that they
// are made from. What it cannot know, such as what a shortcode or a theme
// makes, it says nothing of.
package plain

import (
	"bytes"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/md"
)

// A Site is an ordinary Hugo site.
type Site struct {
	Pages []*Page

	fsys    fs.FS
	config  config
	logical map[string]*Page // language and path in content/ → page
	targets map[string]*Page // address → page; nil for what is no page: a file, an alias, a list that Hugo makes
	dirs    map[string]bool  // addresses below which there can be anything
	files   map[string]bool  // in content and assets, by the path, in small letters, by which Hugo finds them
	beside  []file           // in content, beside pages
	served  map[string]bool  // the addresses of files, as they are
	leaves  map[string]*Page // folders that are one page, by language and path: what else is in there belongs to it
	found   []diag.Diagnostic
}

// Check reads the site below fsys, and returns it with what is wrong.
func Check(fsys fs.FS) (*Site, []diag.Diagnostic, error) {
	s := &Site{fsys: fsys, logical: map[string]*Page{}, targets: map[string]*Page{}, dirs: map[string]bool{},
		files: map[string]bool{}, served: map[string]bool{}, leaves: map[string]*Page{}, config: config{permalinks: map[string]map[string]string{}}}
	if !s.readConfig() {
		return nil, nil, failure.Usage("run it in the folder of a Hugo site, or say which: wijzer -C DIR check --plain",
			"no hugo.toml, hugo.yaml, config.toml or config/_default/ here")
	}
	s.readFiles()
	for _, mount := range s.config.content {
		s.readContent(mount)
	}
	s.settleBundles()
	s.address()
	for _, page := range s.Pages {
		if !page.lent {
			s.checkPage(page)
		}
	}
	s.checkRendered()
	return s, diag.Sort(s.found), nil
}

func (s *Site) report(at diag.Position, rule string, severity diag.Severity, hint, format string, args ...any) {
	s.found = append(s.found, diag.Diagnostic{Position: at, Rule: rule, Severity: severity, Hint: hint, Message: fmt.Sprintf(format, args...)})
}

func (s *Site) checkPage(p *Page) {
	above := 0
	for _, h := range p.doc.Headings {
		switch {
		case h.Explicit && h.Duplicate:
			s.report(h.Position, "heading-duplicate", diag.Error, "give it an id of its own", "id %q is used twice on the page", h.ID)
		case h.Text == "" && !strings.Contains(p.line(h.Line), opaque):
			s.report(h.Position, "heading-skip", diag.Warning, "write it or remove it", "heading without text")
		case above > 0 && h.Level > above+1:
			s.report(h.Position, "heading-skip", diag.Warning, "use "+strings.Repeat("#", above+1), "heading %q skips from level %d to %d", h.Text, above, h.Level)
		}
		if above == 0 && h.Level > 3 && s.opens(p, h) {
			s.report(h.Position, "heading-skip", diag.Warning, "use ##", "first heading %q is of level %d", h.Text, h.Level)
		}
		above = h.Level
	}
	for _, link := range p.doc.Links {
		if link.Text == "" && !strings.Contains(p.line(link.Line), opaque) && !strings.Contains(p.line(link.Line), "![") {
			s.report(link.Position, "link-text-empty", diag.Error, "say where it leads", "link to %q without text", link.Dest)
		}
		s.checkLink(p, p.written(link), link.Dest, s.config.resolved)
	}
	for _, image := range p.doc.Images {
		if image.Alt == "" && !strings.Contains(p.line(image.Line), opaque) {
			s.report(image.Position, "image-alt", diag.Warning, "say what it shows", "image %q has no alternative text", image.Dest)
		}
		s.checkImage(p, image.Position, image.Dest, s.config.pictured)
	}
	for _, label := range p.undefined() {
		s.report(label.at, "link-dead", diag.Error, "add a line ["+label.text+"]: ADDRESS", "link to %q, which is defined nowhere on the page", label.text)
	}
	if s.config.unsafe {
		s.checkHTML(p)
	}
	for _, ref := range p.refs {
		s.checkRef(p, ref)
	}
}

// opens reports whether a heading is the first below the title of its page: nothing that is
// not known here can stand above it, nor is the page a piece for others.
func (s *Site) opens(p *Page, h md.Heading) bool {
	return p.front.Title != "" && !slices.ContainsFunc(p.calls, func(c call) bool { return bytes.Count(p.src[:c.from], []byte("\n")) < h.Line })
}
