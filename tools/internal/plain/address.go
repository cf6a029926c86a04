package plain

import (
	"cmp"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"time"
	"unicode"

	"comwijzer/tools/internal/diag"
)

// address gives every page its address, and notes where else links can lead.
func (s *Site) address() {
	for _, name := range []string{"/robots.txt", "/404.html", "/sitemap.xml"} {
		s.targets[name] = nil
	}
	for _, lang := range s.config.languages {
		s.targets[s.prefix(lang)+"/"], s.targets[s.prefix(lang)+"/404.html"], s.targets["/"+lang+"/sitemap.xml"] = nil, nil, nil
	}
	for _, p := range s.Pages {
		if p.part {
			continue
		}
		if p.address = s.addressOf(p); p.address != "" {
			s.take(p, p.address, "")
			s.listAbove(p)
		}
	}
	for _, p := range s.Pages {
		for _, alias := range p.front.Aliases {
			s.take(p, s.aliasOf(p, alias), alias)
		}
		s.listTerms(p)
	}
	if s.config.elsewhere || s.config.listed {
		for _, lang := range s.config.languages {
			for _, lists := range []string{"/tags", "/categories", "/series", "/authors"} { // whatever they are
				s.dirs[s.prefix(lang)+lists] = true
			}
		}
	}
	s.serveFiles()
}

// listAbove notes the lists that Hugo makes of the sections that a page is in.
func (s *Site) listAbove(p *Page) {
	for dir := path.Dir(path.Clean(p.address)); dir != "/" && dir != "."; dir = path.Dir(dir) {
		if _, known := s.targets[dir+"/"]; !known && s.logical[p.lang+strings.TrimPrefix(dir, s.prefix(p.lang))] == nil {
			s.targets[dir+"/"] = nil
		}
	}
}

// listTerms notes the lists of pages by term that Hugo makes for a page:
// any where a theme may choose the taxonomies.
func (s *Site) listTerms(p *Page) {
	for _, taxonomy := range s.config.taxonomies {
		list := s.prefix(p.lang) + "/" + taxonomy
		if _, own := s.targets[list+"/"]; !own {
			s.targets[list+"/"] = nil
		}
		for _, term := range p.front.Terms[taxonomy] {
			if address := list + "/" + sanitized(strings.ToLower(term)) + "/"; s.targets[address] == nil {
				s.targets[address] = nil
			}
		}
		if s.config.permalinks["/term"] != nil {
			s.dirs[list] = true
		}
	}
}

// serveFiles notes the addresses of the files that stand beside pages.
func (s *Site) serveFiles() {
	for _, f := range s.beside {
		at, rest := "/", f.within
		if owner := s.ownerOf(f); owner != nil && owner.address != "" {
			at = strings.TrimSuffix(owner.address, path.Ext(owner.address))
			rest = strings.Join(strings.Split(f.within, "/")[strings.Count(owner.path, "/"):], "/")
		}
		s.served[path.Join(at, rest)] = true
	}
}

// ownerOf returns the page to which a file belongs: the nearest above it
// that is one of a whole folder.
func (s *Site) ownerOf(f file) *Page {
	lang := cmp.Or(f.lang, s.config.languages[0])
	for dir := path.Dir(plainPath("/" + f.within)); dir != "/"; dir = path.Dir(dir) {
		if p := s.logical[lang+dir]; p != nil && (p.leaf || p.branch) {
			return p
		}
	}
	return nil
}

// take notes that an address leads to a page, unless it leads to another already.
func (s *Site) take(p *Page, address, alias string) {
	other, known := s.targets[address]
	if known && other != nil && other != p && !p.front.Draft && !other.front.Draft {
		at := diag.Position{File: p.File, Line: 1}
		for i, line := range strings.Split(string(p.src[:p.body]), "\n") {
			if alias != "" && strings.Contains(line, alias) {
				at.Line = i + 1
			}
		}
		severity := diag.Error
		if alias != "" {
			severity = diag.Warning
		}
		s.report(at, "address-taken", severity, "give one of them another address", "%q is the address of %s too", address, other.File)
		return
	}
	s.targets[address] = p
}

func (s *Site) aliasOf(p *Page, alias string) string {
	if !strings.HasPrefix(alias, "/") {
		alias = path.Join(path.Dir(path.Clean("/"+p.address)), alias)
	} else {
		alias = s.prefix(p.lang) + path.Clean(alias)
	}
	if s.config.isUgly(section(p.path)) && path.Ext(alias) == "" {
		return alias + ".html"
	}
	return slashed(alias)
}

// prefix returns the folder of a language in addresses, "" for none.
func (s *Site) prefix(lang string) string {
	if lang == s.config.languages[0] && !s.config.prefixed && !s.config.multihost {
		return ""
	}
	return "/" + lang
}

// slashed ends an address as Hugo does: with a slash, unless it is that of a file.
func slashed(address string) string {
	if address == "/" || path.Ext(address) == ".html" || path.Ext(address) == ".htm" {
		return address
	}
	return strings.TrimSuffix(address, "/") + "/"
}

// addressOf returns the address of a page, "" where only Hugo knows it:
// then all that begins like it is right.
func (s *Site) addressOf(p *Page) string {
	switch pattern := s.pattern(p); {
	case strings.Contains(p.front.URL, ":"):
		return s.permalink(p, "", p.front.URL)
	case p.front.URL != "":
		return s.asWritten(p)
	case s.config.permalinks["/any"] != nil:
		s.dirs["/"] = true
		return ""
	case pattern != "":
		return s.permalink(p, s.prefix(p.lang), pattern)
	case p.branch:
		return slashed(s.prefix(p.lang) + sanitized(p.path))
	case p.front.Slug != "":
		return s.leaf(p, path.Join(path.Dir(p.path), strings.ToLower(p.front.Slug)))
	}
	return s.leaf(p, p.path)
}

// asWritten returns the address that a page gives itself: from the top, or
// from the folder of its language.
func (s *Site) asWritten(p *Page) string {
	address := p.front.URL
	if !strings.HasPrefix(address, "/") || s.config.multihost {
		address = s.prefix(p.lang) + path.Join("/", address) + strings.Repeat("/", len(address)-len(strings.TrimSuffix(address, "/")))
	}
	if strings.Contains(address, ".") && !strings.HasSuffix(address, "/") {
		return address
	}
	return slashed(address)
}

// pattern returns that of a page's address, "" for none.
func (s *Site) pattern(p *Page) string {
	kind := "/page"
	if p.branch {
		kind = "/section"
	}
	for _, patterns := range []map[string]string{s.config.permalinks[p.lang+kind], s.config.permalinks[kind]} {
		if pattern := patterns[section(p.path)]; pattern != "" {
			return pattern
		}
	}
	return ""
}

func (c *config) isUgly(section string) bool { return c.ugly[""] || c.ugly[section] }

func (s *Site) leaf(p *Page, place string) string {
	place = s.prefix(p.lang) + sanitized(place)
	if s.config.isUgly(section(p.path)) {
		return place + ".html"
	}
	return slashed(place)
}

// sanitized writes a part of an address as Hugo does: without what is no
// letter or digit, and with hyphens for spaces.
func sanitized(text string) string {
	var out []rune
	space := false
	for _, r := range text {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || strings.ContainsRune("./_#+~-@", r):
			if space && r != '-' {
				out = append(out, '-')
			}
			out, space = append(out, r), false
		case unicode.IsSpace(r) && len(out) > 0 && out[len(out)-1] != '-':
			space = true
		}
	}
	return string(out)
}

var token = regexp.MustCompile(`:\w+(\[[^\]]*\])?`)

// permalink fills in a pattern, below the folder of a language.
func (s *Site) permalink(p *Page, prefix, pattern string) string {
	day, _ := time.Parse(time.DateOnly, p.front.Date[:min(len(p.front.Date), len(time.DateOnly))])
	slug := func(otherwise string) string { return sanitized(strings.ToLower(cmp.Or(p.front.Slug, otherwise))) }
	values := map[string]string{
		":section": section(p.path), ":sections": s.sections(p), ":slug": slug(p.front.Title),
		":title": sanitized(strings.ToLower(p.front.Title)), ":filename": path.Base(p.path), ":contentbasename": path.Base(p.path),
		":slugorfilename": slug(path.Base(p.path)), ":slugorcontentbasename": slug(path.Base(p.path)),
	}
	if !day.IsZero() && !s.config.dated {
		values[":year"], values[":month"], values[":day"] = day.Format("2006"), day.Format("01"), day.Format("02")
	}
	known := true
	filled := token.ReplaceAllStringFunc(pattern, func(name string) string {
		value := values[name]
		known = known && value != ""
		return value
	})
	if !known {
		stem, _, _ := strings.Cut(pattern, ":")
		s.dirs[path.Clean(prefix+"/"+path.Dir(stem+"x"))] = true
		return ""
	}
	if p.branch {
		return slashed(prefix + sanitized(path.Clean("/"+filled)))
	}
	if prefix == "" && strings.Contains(filled, ".") && !strings.HasSuffix(filled, "/") {
		return path.Clean("/" + filled)
	}
	place := prefix + sanitized(path.Clean("/"+filled))
	if s.config.isUgly(section(p.path)) && p.front.URL == "" {
		return place + ".html"
	}
	return slashed(place)
}

// sections returns the folders above a page that are sections: those with a
// page of their own, and the first.
func (s *Site) sections(p *Page) string {
	dir := path.Dir(p.path)
	if p.branch {
		dir = p.path
	}
	for ; path.Dir(dir) != "/" && dir != "/"; dir = path.Dir(dir) {
		if above := s.logical[p.lang+dir]; above != nil && above.branch {
			break
		}
	}
	return strings.Trim(dir, "/")
}

func section(place string) string {
	first, _, _ := strings.Cut(strings.TrimPrefix(place, "/"), "/")
	return first
}

// A file stands beside pages, in content of a language, "" for all.
type file struct{ within, lang string }

// readFiles notes the files that links and images can lead to.
func (s *Site) readFiles() {
	each := func(dir string, visit func(name string)) {
		_ = fs.WalkDir(s.fsys, path.Clean(dir), func(name string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				visit(strings.TrimPrefix(name, path.Clean(dir)))
			}
			return nil
		})
	}
	for _, dir := range s.config.static {
		each(dir, func(name string) { s.served[name] = true })
	}
	for _, root := range s.config.roots {
		each(path.Join(root, "assets"), func(name string) { s.files[strings.ToLower(name)] = true })
	}
}
