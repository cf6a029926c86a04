package plain

import (
	"fmt"
	"maps"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/text"
)

// A place is where an address leads.
type place struct {
	page  *Page // nil for what is no page, or cannot be looked into
	found bool
}

// find returns where an address on a page leads: as a browser follows it
// and, where that is done, as Hugo looks it up.
func (s *Site) find(p *Page, dest string, resolved bool) place {
	if decoded, err := url.PathUnescape(dest); err == nil {
		dest = decoded
	}
	to := s.at(p, dest, resolved)
	if !to.found && resolved {
		to = s.lookUp(p, strings.TrimPrefix(dest, s.config.basePath))
	}
	to.found = to.found || s.config.elsewhere && strings.HasPrefix(dest, "/") // a theme may bring it
	return to
}

// at returns where a browser is led by an address on a page.
func (s *Site) at(p *Page, dest string, resolved bool) place {
	var addresses []string
	rest, below := strings.CutPrefix(dest, s.config.basePath+"/")
	switch {
	case below && strings.HasPrefix(dest, "/"):
		addresses = []string{"/" + rest}
		if s.config.multihost {
			addresses = append(addresses, s.prefix(p.lang)+"/"+rest)
		}
	case strings.HasPrefix(dest, "/") && !resolved:
		return place{}
	case strings.HasPrefix(dest, "/"):
		addresses = []string{dest}
	case p.address == "":
		return place{nil, true}
	default:
		addresses = []string{path.Join("/", p.address[:strings.LastIndexByte(p.address, '/')], dest) + dest[len(strings.TrimRight(dest, "/")):]}
		if s.config.hooked { // what a template makes of it is not known
			addresses = append(addresses, path.Join(path.Dir(path.Clean("/"+p.address)), dest))
		}
	}
	for _, address := range addresses {
		if to := s.target(address); to.found {
			return to
		}
	}
	return place{}
}

// formats are addresses of other kinds, and of further pages, of what has an address.
var formats = regexp.MustCompile(`(?:page/\d+/?|index\.[a-z]+)$`)

func (s *Site) target(address string) place {
	if s.served[address] {
		return place{nil, true}
	}
	for _, try := range []string{address, slashed(path.Clean(address)), strings.TrimSuffix(address, "index.html")} {
		if page, ok := s.targets[try]; ok {
			return place{page, true}
		}
	}
	_, found := s.targets[formats.ReplaceAllString(address, "")]
	for dir := path.Clean(address); !found && dir != "/"; dir = path.Dir(dir) {
		found = s.dirs[dir]
	}
	return place{nil, found || s.dirs["/"]}
}

// lookUp returns the page or file that Hugo finds by a path in content/.
func (s *Site) lookUp(p *Page, dest string) place {
	paths := []string{dest}
	if !strings.HasPrefix(dest, "/") {
		paths = []string{path.Join(p.dir, dest), path.Join(p.path, dest)}
		if !strings.HasPrefix(dest, ".") {
			paths = append(paths, "/"+dest)
		}
	}
	for _, logical := range paths {
		logical = plainPath(logical)
		if s.files[logical] {
			return place{nil, true}
		}
		logical = bare(logical)
		for _, at := range []string{logical, path.Dir(logical)} {
			if base := path.Base(logical); at != logical && base != "index" && base != "_index" {
				continue
			}
			for _, lang := range append([]string{p.lang}, s.config.languages...) {
				if page := s.logical[lang+strings.TrimSuffix(at, "."+lang)]; page != nil {
					return place{page, true}
				}
			}
		}
		list, made := s.targets[slashed(s.prefix(p.lang)+logical)] // a list that Hugo makes by itself
		if made && list == nil || s.dirs[path.Dir(logical)] {
			return place{nil, true}
		}
	}
	return place{}
}

// bare returns the path of a file without what says how it is written.
func bare(name string) string {
	if slices.Contains(notations, path.Ext(name)) {
		return strings.TrimSuffix(name, path.Ext(name))
	}
	return name
}

// judged reports whether an address is one that can be looked up.
func (s *Site) judged(dest string) bool {
	file, _, _ := strings.Cut(dest, "#")
	return isHere(dest) && (!s.config.hooked || file == "" || strings.ContainsAny(file, "/.")) // what a template makes of a bare word is not known
}

// isHere reports whether an address is written in full, and below this site.
func isHere(dest string) bool {
	scheme, _ := md.SplitDest(dest)
	return scheme == "" && !strings.HasPrefix(dest, "//") && !strings.Contains(dest, opaque) && !strings.Contains(dest, "{{")
}

// own returns an address in full of this site as one from its top.
func (s *Site) own(dest string) string {
	if rest, ok := strings.CutPrefix(dest, s.config.baseURL+"/"); ok && strings.Contains(s.config.baseURL, "//") {
		return s.config.basePath + "/" + rest
	}
	return dest
}

// checkLink looks up where a link leads.
func (s *Site) checkLink(p *Page, at diag.Position, dest string, resolved bool) {
	full := s.own(dest)
	if !s.judged(full) {
		return
	}
	file, fragment, _ := strings.Cut(full, "#")
	file, _, _ = strings.Cut(file, "?")
	to := place{p, true}
	if file != "" {
		to = s.find(p, file, resolved && full == dest)
	}
	switch {
	case !to.found:
		s.report(at, "link-dead", diag.Error, s.remedy(p, file), "link to %q, which is not there", dest)
	case to.page != nil && to.page.front.Draft && !p.front.Draft:
		s.report(at, "link-dead", diag.Warning, "publish "+to.page.File+", or take the link out", "link to %q, which is a draft", dest)
	case to.page != nil && !s.has(to.page, fragment, 0):
		s.report(at, "link-fragment", diag.Error, text.DidYouMean(fragment, slices.Sorted(maps.Keys(to.page.ids)), "link to a heading of "+to.page.File),
			"link to %q: no heading or id %q on %s", dest, fragment, to.page.File)
	}
}

// remedy says what to do about an address that leads nowhere. Where Hugo
// would have known what is meant, that is told.
func (s *Site) remedy(p *Page, file string) string {
	if to := s.lookUp(p, file); to.page != nil && to.page.address != "" {
		return fmt.Sprintf("write %q: what stands there is not looked up in content/", s.config.basePath+to.page.address)
	}
	return text.DidYouMean(file, s.known(p, file), "correct the address, or make the page")
}

// has reports whether a fragment can lead somewhere on a page, or on one that it includes.
func (s *Site) has(p *Page, fragment string, depth int) bool {
	if decoded, err := url.PathUnescape(fragment); err == nil {
		fragment = decoded
	}
	if p.anyID || p.ids[fragment] || strings.HasPrefix(fragment, ":~:") || strings.HasPrefix(fragment, opaque) ||
		p.borrows && slices.ContainsFunc(s.Pages, func(other *Page) bool { return other.ids[fragment] }) {
		return true
	}
	for _, c := range p.calls {
		if file := c.firstArgument(); depth < 3 && strings.HasSuffix(file, ".md") && !c.literal {
			to := s.lookUp(p, "/"+strings.TrimPrefix(file, "/"))
			if !to.found {
				to = s.lookUp(p, file)
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

func (s *Site) checkImage(p *Page, at diag.Position, dest string, resolved bool) {
	full := s.own(dest)
	if !isHere(full) {
		return
	}
	file, _, _ := strings.Cut(full, "?")
	file, _, _ = strings.Cut(file, "#")
	if !s.find(p, file, resolved).found {
		s.report(at, "image-missing", diag.Error, text.DidYouMean(file, slices.Sorted(maps.Keys(s.served)), "correct the address, or add the file"), "image %q is not there", dest)
	}
}

// checkRef looks up a page as the shortcodes ref and relref do: by its
// path, or by its name where that stands for one page alone.
func (s *Site) checkRef(p *Page, r ref) {
	file, fragment, _ := strings.Cut(r.dest, "#")
	to := place{p, true}
	if file != "" {
		to = s.lookUp(p, file)
	}
	named := s.named(p, file)
	if !to.found && len(named) > 0 {
		to = place{named[0], true}
	}
	switch {
	case !to.found && !s.config.elsewhere:
		s.report(r.at, "link-dead", diag.Error, text.DidYouMean(file, s.known(p, file), "correct the path, or make the page"), "shortcode ref to %q, which is not there", r.dest)
	case len(named) > 1 && !s.lookUp(p, file).found:
		s.report(r.at, "link-dead", diag.Error, "give its path", "shortcode ref to %q, which can be %s or %s", r.dest, named[0].File, named[1].File)
	case to.page != nil && !s.has(to.page, fragment, 0):
		s.report(r.at, "link-fragment", diag.Error, "link to a heading of "+to.page.File, "shortcode ref to %q: no heading or id %q on %s", r.dest, fragment, to.page.File)
	}
}

// named returns the pages that a name without a path can mean.
func (s *Site) named(p *Page, name string) (pages []*Page) {
	for _, other := range s.Pages {
		if !strings.Contains(name, "/") && !other.part && other.lang == p.lang && path.Base(other.path) == bare(plainPath(name)) {
			pages = append(pages, other)
		}
	}
	return pages
}
