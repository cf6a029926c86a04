package plain

import (
	"io/fs"
	"maps"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/text"
)

// address gives every page its address, and notes where else links can lead.
func (s *Site) address() {
	for _, name := range []string{"/index.xml", "/sitemap.xml", "/robots.txt", "/404.html", "/index.json"} {
		s.targets[name] = nil
	}
	for _, lang := range s.config.languages {
		s.targets[s.prefix(lang)+"/"] = nil
		for _, lists := range []string{"/tags", "/categories", "/series", "/authors"} { // taxonomies, whatever they are
			s.dirs[s.prefix(lang)+lists] = true
		}
	}
	for _, p := range s.Pages {
		p.address = s.addressOf(p)
		if p.address == "" {
			s.dirs[path.Join(s.prefix(p.lang), section(p.path))] = true
			continue
		}
		s.take(p, p.address, "")
		for dir := path.Dir(path.Clean(p.address)); dir != "/" && dir != "."; dir = path.Dir(dir) {
			if _, known := s.targets[dir+"/"]; !known && s.logical[p.lang+strings.TrimPrefix(dir, s.prefix(p.lang))] == nil {
				s.targets[dir+"/"] = nil // the list that Hugo makes of a section
			}
		}
	}
	for _, p := range s.Pages {
		for _, alias := range p.front.Aliases {
			s.take(p, s.aliasOf(p, alias), alias)
		}
	}
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
		alias = path.Join(path.Dir(path.Clean(p.address)), alias)
	} else {
		alias = s.prefix(p.lang) + path.Clean(alias)
	}
	return slashed(alias)
}

// prefix returns the folder of a language in addresses, "" for none.
func (s *Site) prefix(lang string) string {
	if lang == s.config.languages[0] && !s.config.prefixed {
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

// addressOf returns the address of a page, "" where only Hugo knows it.
func (s *Site) addressOf(p *Page) string {
	switch pattern := s.config.permalinks[section(p.path)]; {
	case strings.Contains(p.front.URL, ":"):
		return ""
	case strings.HasPrefix(p.front.URL, "/"):
		return slashed(s.prefix(p.lang) + p.front.URL)
	case p.front.URL != "":
		return slashed(s.prefix(p.lang) + path.Join("/", path.Dir(p.path), p.front.URL))
	case p.branch:
		return slashed(s.prefix(p.lang) + p.path)
	case pattern != "":
		return s.permalink(p, pattern)
	case p.front.Slug != "":
		return s.leaf(p, path.Join(path.Dir(p.path), plainPath(p.front.Slug)))
	}
	return s.leaf(p, p.path)
}

func (s *Site) leaf(p *Page, place string) string {
	if s.config.ugly {
		return s.prefix(p.lang) + place + ".html"
	}
	return slashed(s.prefix(p.lang) + place)
}

var token = regexp.MustCompile(`:[a-z]+(\[[^\]]*\])?`)

// permalink fills in a pattern.
func (s *Site) permalink(p *Page, pattern string) string {
	day, _ := time.Parse(time.DateOnly, p.front.Date[:min(len(p.front.Date), len(time.DateOnly))])
	slug := func(otherwise string) string {
		if p.front.Slug != "" {
			otherwise = p.front.Slug
		}
		return plainPath(otherwise)
	}
	values := map[string]string{
		":section": section(p.path), ":sections": strings.Trim(path.Dir(p.path), "/"), ":slug": slug(md.HeadingID(p.front.Title)),
		":title": md.HeadingID(p.front.Title), ":filename": path.Base(p.path), ":contentbasename": path.Base(p.path),
		":slugorfilename": slug(path.Base(p.path)), ":slugorcontentbasename": slug(path.Base(p.path)),
	}
	if !day.IsZero() {
		values[":year"], values[":month"], values[":day"] = day.Format("2006"), day.Format("01"), day.Format("02")
	}
	known := true
	filled := token.ReplaceAllStringFunc(pattern, func(name string) string {
		value, ok := values[name]
		known = known && ok
		return value
	})
	if !known {
		return ""
	}
	return s.leaf(p, path.Clean("/"+filled))
}

func section(place string) string {
	first, _, _ := strings.Cut(strings.TrimPrefix(place, "/"), "/")
	return first
}

// readFiles notes the files that links and images can lead to.
func (s *Site) readFiles() {
	for _, dir := range append(slices.Clone(s.config.static), "assets") {
		_ = fs.WalkDir(s.fsys, path.Clean(dir), func(name string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				s.files[strings.ToLower(strings.TrimPrefix(name, path.Clean(dir)))] = true
			}
			return nil
		})
	}
}

// A place is where an address leads.
type place struct {
	page  *Page // nil for what is no page, or cannot be looked into
	found bool
}

// find returns where an address on a page leads.
func (s *Site) find(p *Page, dest string) place {
	dest = strings.TrimPrefix(dest, s.config.basePath)
	if decoded, err := url.PathUnescape(dest); err == nil {
		dest = decoded
	}
	var addresses, paths []string
	if strings.HasPrefix(dest, "/") {
		addresses, paths = []string{dest}, []string{dest}
	} else {
		addresses = []string{path.Join(path.Clean("/"+p.address), dest), path.Join(path.Dir(path.Clean("/"+p.address)), dest)}
		paths = []string{path.Join(p.dir, dest), path.Join(p.path, dest)}
		if s.config.hooked { // Hugo's GetPage looks there last
			paths = append(paths, "/"+dest)
		}
	}
	for _, address := range addresses {
		for _, try := range []string{address, slashed(path.Clean(address)), strings.TrimSuffix(address, "index.html")} {
			if page, ok := s.targets[try]; ok {
				return place{page, true}
			}
		}
		for dir := path.Clean(address); dir != "/" && dir != "."; dir = path.Dir(dir) {
			if s.dirs[dir] {
				return place{nil, true}
			}
		}
	}
	for _, logical := range paths {
		logical = plainPath(logical)
		if s.files[logical] {
			return place{nil, true}
		}
		logical = strings.TrimSuffix(logical, ".md")
		for _, at := range []string{logical, path.Dir(logical)} {
			if base := path.Base(logical); at != logical && base != "index" && base != "_index" {
				continue
			}
			for _, lang := range append([]string{p.lang}, s.config.languages...) {
				if page := s.logical[lang+at]; page != nil {
					return place{page, true}
				}
			}
		}
	}
	return place{}
}

// judged reports whether an address is one that can be looked up.
func (s *Site) judged(dest string) bool {
	scheme, _ := md.SplitDest(dest)
	if scheme != "" || strings.HasPrefix(dest, "//") || strings.Contains(dest, opaque) || strings.Contains(dest, "{{") {
		return false
	}
	file, _, _ := strings.Cut(dest, "#")
	return !s.config.hooked || file == "" || strings.ContainsAny(file, "/.") // what a template makes of a bare word is not known
}

// checkLink looks up where a link leads.
func (s *Site) checkLink(p *Page, at diag.Position, dest string) {
	if !s.judged(dest) {
		return
	}
	file, fragment, _ := strings.Cut(dest, "#")
	file, _, _ = strings.Cut(file, "?")
	to := place{p, true}
	if file != "" {
		to = s.find(p, file)
	}
	switch {
	case !to.found && s.config.elsewhere && strings.HasPrefix(file, "/"): // a theme may bring it
	case !to.found:
		s.report(at, "link-dead", diag.Error, text.DidYouMean(file, s.known(p, file), "correct the address, or make the page"), "link to %q, which is not there", dest)
	case to.page != nil && !s.has(to.page, fragment, 0):
		s.report(at, "link-fragment", diag.Error, text.DidYouMean(fragment, slices.Sorted(maps.Keys(to.page.ids)), "link to a heading of "+to.page.File),
			"link to %q: no heading or id %q on %s", dest, fragment, to.page.File)
	}
}

// has reports whether a fragment can lead somewhere on a page, or on one that it includes.
func (s *Site) has(p *Page, fragment string, depth int) bool {
	if decoded, err := url.PathUnescape(fragment); err == nil {
		fragment = decoded
	}
	if p.anyID || p.ids[fragment] || strings.HasPrefix(fragment, ":~:") || strings.HasPrefix(fragment, opaque) {
		return true
	}
	if p.borrows && slices.ContainsFunc(s.Pages, func(other *Page) bool { return other.ids[fragment] }) {
		return true
	}
	for _, c := range p.calls {
		if file := c.firstArgument(); depth < 3 && strings.HasSuffix(file, ".md") && !c.literal {
			to := s.find(p, "/"+strings.TrimPrefix(file, "/"))
			if !to.found {
				to = s.find(p, file)
			}
			if to.page == nil || s.has(to.page, fragment, depth+1) {
				return true
			}
		}
	}
	return false
}

// known lists addresses of which a wrong one may be meant.
func (s *Site) known(p *Page, dest string) (known []string) {
	for _, other := range s.Pages {
		switch {
		case other.lang != p.lang:
		case strings.HasPrefix(dest, "/"):
			known = append(known, other.address, other.path)
		case other.dir == p.dir:
			known = append(known, path.Base(other.path), path.Base(other.path)+".md")
		}
	}
	return known
}

func (s *Site) checkImage(p *Page, at diag.Position, dest string) {
	scheme, _ := md.SplitDest(dest)
	if scheme != "" || strings.HasPrefix(dest, "//") || strings.Contains(dest, opaque) || strings.Contains(dest, "{{") {
		return
	}
	file, _, _ := strings.Cut(dest, "?")
	file, _, _ = strings.Cut(file, "#")
	if !s.find(p, file).found && !(s.config.elsewhere && strings.HasPrefix(file, "/")) {
		s.report(at, "image-missing", diag.Error, text.DidYouMean(file, slices.Sorted(maps.Keys(s.files)), "correct the address, or add the file"), "image %q is not there", dest)
	}
}

// checkRef looks up a page as the shortcodes ref and relref do: by its path, or by its
// name where that stands for one page alone.
func (s *Site) checkRef(p *Page, r ref) {
	file, fragment, _ := strings.Cut(r.dest, "#")
	to := place{p, true}
	if file != "" {
		to = s.find(p, file)
	}
	for _, other := range s.Pages {
		if !to.found && path.Base(other.path) == strings.TrimSuffix(path.Base(strings.ToLower(file)), ".md") && !strings.HasPrefix(file, "/") {
			to = place{other, true}
		}
	}
	switch {
	case !to.found && !s.config.elsewhere:
		s.report(r.at, "link-dead", diag.Error, text.DidYouMean(file, s.known(p, file), "correct the path, or make the page"), "shortcode ref to %q, which is not there", r.dest)
	case to.page != nil && !s.has(to.page, fragment, 0):
		s.report(r.at, "link-fragment", diag.Error, "link to a heading of "+to.page.File, "shortcode ref to %q: no heading or id %q on %s", r.dest, fragment, to.page.File)
	}
}
