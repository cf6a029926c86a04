package plain

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"comwijzer/tools/internal/built"
	"comwijzer/tools/internal/diag"
)

// checkRendered looks at the pages that Hugo made, where it has run: links
// that lead nowhere and ids that stand twice. What comes of a page's own
// text is told at its line there; what stands on many pages, such as a
// menu, is told once.
func (s *Site) checkRendered() {
	if info, err := fs.Stat(s.fsys, s.config.public); err != nil || !info.IsDir() {
		return
	}
	output, err := fs.Sub(s.fsys, s.config.public)
	if err != nil {
		return
	}
	sources := map[string]*Page{}
	for _, p := range s.Pages {
		sources[p.address] = p
	}
	var reading sync.Mutex
	twice := map[string][]built.Attr{} // by file: ids that stand there already
	site, err := built.Read(output, func(page *built.Page) {
		seen := map[string]bool{}
		for _, id := range page.IDs {
			if seen[id.Value] {
				reading.Lock()
				twice[page.File] = append(twice[page.File], id)
				reading.Unlock()
			}
			seen[id.Value] = true
		}
	})
	if err != nil {
		s.report(diag.Position{File: s.config.public}, "file-unreadable", diag.Error, "check its permissions", "cannot read the rendered pages: %v", err)
		return
	}
	told := map[string]bool{}
	for _, page := range site.Pages {
		for _, id := range twice[page.File] {
			if told["#"+id.Value] {
				continue // a layout that does so on every page
			}
			told["#"+id.Value] = true
			at := diag.Position{File: path.Join(s.config.public, page.File), Line: id.Line, Column: id.Column}
			s.report(at, "built-id", diag.Error, "give each element an id of its own", "id %q occurs twice", id.Value)
		}
		for _, lead := range page.Leads {
			why := s.dead(site, page, lead.To)
			if why == "" || told[lead.To] {
				continue
			}
			told[lead.To] = true
			at := diag.Position{File: path.Join(s.config.public, page.File), Line: int(lead.Line), Column: int(lead.Column)}
			if source := sources[page.URL]; source != nil {
				at = source.lineOf(lead.To, at)
			}
			if !s.toldAt(at) {
				s.report(at, "built-link", diag.Error, "correct the address where it is written", "%q leads nowhere: %s", lead.To, why)
			}
		}
	}
}

// dead says why an address on a rendered page leads nowhere, "" when it does not.
func (s *Site) dead(site *built.Site, page *built.Page, to string) string {
	u, err := page.Resolve(s.config.basePath, to)
	if err != nil || u.Scheme != "" || u.Host != "" || strings.HasPrefix(to, "data:") {
		return ""
	}
	target := strings.TrimPrefix(u.Path, s.config.basePath)
	file := strings.TrimPrefix(path.Clean("/"+target), "/")
	for _, try := range []string{file, path.Join(file, "index.html")} {
		if !site.Files[try] {
			continue
		}
		for _, other := range site.Pages {
			if other.File == try && !other.Redirect && u.Fragment != "" && !other.HasAnchor(u.Fragment) {
				return "no id " + u.Fragment + " on " + try
			}
		}
		return ""
	}
	return "no file " + file
}

// lineOf returns the line of a page's source on which an address stands, or
// else where it stands in the rendered page.
func (p *Page) lineOf(address string, otherwise diag.Position) diag.Position {
	for _, part := range []string{address, strings.Trim(address, "/"), path.Base(strings.TrimSuffix(address, "/"))} {
		for i, line := range p.lines {
			if column := strings.Index(line, part); part != "" && column >= 0 {
				return diag.Position{File: p.File, Line: i + 1, Column: len([]rune(line[:column])) + 1}
			}
		}
	}
	return otherwise
}

// toldAt reports whether something was found on that line already.
func (s *Site) toldAt(at diag.Position) bool {
	return slices.ContainsFunc(s.found, func(d diag.Diagnostic) bool { return d.File == at.File && d.Line == at.Line && at.Line > 0 })
}
