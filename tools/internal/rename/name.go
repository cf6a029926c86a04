package rename

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/schema"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

// What can be renamed besides terms and the kinds of records.
const (
	page    = "page"
	heading = "heading"
	address = "address" // of a page in one language, by its slug
	term    = "term"
)

// name is what is renamed.
type name struct {
	kind    string
	old, to string     // paths of pages, ids of all else, addresses
	path    string     // of the page that moves or holds the heading, "" for none
	newPath string     // where it moves to, "" when it stays
	folder  bool       // a section, or a page with a folder of its own: all in it moves along
	page    *site.Page // of an address
	done    bool       // somebody did it by hand: only the references are left
}

var (
	idForm   = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	pathForm = regexp.MustCompile(`^(/[a-z0-9]+(-[a-z0-9]+)*)+$`)
	pageFile = regexp.MustCompile(`^content(/.+)\.[a-z]{2}\.md$`)
	recFile  = regexp.MustCompile(`^data/([a-z]+)s/([^/]+)\.yaml$`)
)

// now returns the path that the page at a path has afterwards.
func (n name) now(logical string) string {
	if n.newPath != "" && (logical == n.path || n.folder && strings.HasPrefix(logical, n.path+"/")) {
		return n.newPath + strings.TrimPrefix(logical, n.path)
	}
	return logical
}

// section returns the name of the section that is renamed, "" for none.
func (n name) section() string {
	section := strings.TrimPrefix(n.path, "/")
	if !n.folder || strings.Contains(section, "/") {
		return ""
	}
	return section
}

// read says what old and to mean. A name is a path (/road/signs), that and #id, an
// address (/en/road/signs/), kind:id (term:lane, source:atlas), or a file.
func read(s *site.Site, old, to string) (name, error) {
	old, to = plain(s, old), plain(s, to)
	kind, id, isID := strings.Cut(old, ":")
	switch {
	case isID:
		return readID(s, kindOf(kind), id, strings.TrimPrefix(to, kind+":"))
	case strings.Contains(old, "#"):
		return readHeading(s, old, to)
	case strings.HasSuffix(old, "/") && old != "/":
		return readAddress(s, old, to)
	}
	return readPage(s, old, to)
}

// plain turns the name of a file into that of what it holds.
func plain(s *site.Site, given string) string {
	given = strings.TrimPrefix(given, "./")
	if m := recFile.FindStringSubmatch(given); m != nil {
		return m[1] + ":" + m[2]
	}
	if m := pageFile.FindStringSubmatch(given); m != nil {
		given = m[1]
	}
	file, _, _ := strings.Cut(given, "#")
	if file != "" && !strings.Contains(given, ":") && !strings.HasPrefix(given, "/") && s.Exists(page, "/"+file) {
		given = "/" + given
	}
	return given
}

func kindOf(scheme string) string {
	if kind, ok := site.SchemeKinds[scheme]; ok {
		return kind
	}
	return scheme
}

func readID(s *site.Site, kind, id, to string) (name, error) {
	kinds := append([]string{term}, schema.Names("")...)
	if !slices.Contains(kinds, kind) || kind == "tombstone" {
		return name{}, failure.Usage(text.DidYouMean(kind, kinds, "one of "+strings.Join(kinds, ", ")), "unknown kind %q", kind)
	}
	if i := strings.LastIndexByte(to, ':'); i >= 0 && kindOf(to[:i]) == kind {
		to = to[i+1:]
	}
	if !idForm.MatchString(to) {
		return name{}, failure.Usage("use small letters, digits and hyphens: two-words", "%q is no id", to)
	}
	n := name{kind: kind, old: id, to: to, path: s.PathOf(kind, id)}
	if n.path != "" {
		n.newPath = path.Join(path.Dir(n.path), to)
	}
	return n.settle(s)
}

func readPage(s *site.Site, old, to string) (name, error) {
	if !strings.HasPrefix(to, "/") {
		to = path.Join("/", path.Dir(old), to)
	}
	if p := s.Page(s.DefaultLanguage(), old); p != nil && p.Entry != nil {
		return readID(s, term, p.Entry.Term.ID, path.Base(to))
	}
	if !pathForm.MatchString(to) {
		return name{}, failure.Usage("name it like "+old+": small letters, digits and hyphens", "%q is no path of a page", to)
	}
	return name{kind: page, old: old, to: to, path: old, newPath: to, folder: inFolder(s, old, to)}.settle(s)
}

// settle makes sure that the one exists, and the other not yet; where it is
// the other way about, the rename was done by hand.
func (n name) settle(s *site.Site) (name, error) {
	was, is := s.Exists(n.kind, n.old), s.Exists(n.kind, n.to)
	switch {
	case n.old == n.to:
		return n, failure.Usage("name the old one first, then the new one", "%q is its name already", n.to)
	case was && is:
		return n, failure.Usage("choose another name, or remove one of the two", "%s %q exists", n.kind, n.to)
	case !was && !is:
		return n, failure.Usage(text.DidYouMean(n.old, s.IDs(n.kind), "name a page by its path, a term or record by kind:id"), "no %s %q", n.kind, n.old)
	case is:
		n.done = true
		return n, nil
	}
	if err := Free(s, n.kind, n.to); err != nil {
		return n, err
	}
	if n.kind == page {
		return n, n.movable(s)
	}
	return n, nil
}

// Free says why nothing new can have a name that nothing has: what others knew by it
// never becomes something else, and some names no file can have everywhere.
func Free(s *site.Site, kind, name string) error {
	if site.Reserved(name) {
		return failure.Usage("choose another name", "Windows keeps the name %q for a device", path.Base(name))
	}
	if gone := s.Retired(kind, name); gone != nil {
		return failure.Usage("choose another name; to bring it back, remove "+gone.File, "%s %q was retired on %s", kind, name, gone.On)
	}
	return nil
}

// movable says why a page cannot move to where it is to go.
func (n name) movable(s *site.Site) error {
	dir := path.Dir(n.to)
	switch {
	case n.old == "/":
		return failure.Usage("name one of its sections or pages", "the home page cannot move")
	case n.folder && dir != path.Dir(n.old):
		return failure.Usage("name it beside the old one, or move its pages one by one", "%q is a section, and stays in its folder", n.old)
	case dir != "/" && !s.Exists(page, dir):
		return failure.Usage("make the section first: content"+dir+"/_index."+s.DefaultLanguage()+".md", "no section %q", dir)
	}
	return nil
}

// inFolder reports whether one of two pages, the one that exists, is a file
// in a folder of its own.
func inFolder(s *site.Site, old, to string) bool {
	return slices.ContainsFunc(s.Pages, func(p *site.Page) bool {
		base, _, _ := strings.Cut(path.Base(p.File), ".")
		return (p.Path == old || p.Path == to) && strings.HasSuffix(base, "index")
	})
}

func readHeading(s *site.Site, old, to string) (name, error) {
	logical, id, _ := strings.Cut(old, "#")
	if file, fragment, found := strings.Cut(to, "#"); found {
		if file != "" && file != logical {
			return name{}, failure.Usage("move the heading by hand, and its id within the page with '#new'", "%q is another page than %q", file, logical)
		}
		to = fragment
	}
	n := name{kind: heading, old: id, to: to, path: logical}
	switch {
	case !s.Exists(page, logical):
		return n, failure.Usage(text.DidYouMean(logical, s.IDs(page), "name the page by its path"), "no page %q", logical)
	case !idForm.MatchString(to):
		return n, failure.Usage("use small letters, digits and hyphens: two-words", "%q is no id", to)
	case isPart(s, logical, id):
		return n, failure.Usage("only its text can change", "pages like %q must have a heading with the id %q", logical, id)
	}
	was, is := false, false
	var ids []string
	for _, lang := range s.Languages {
		if p := s.Page(lang, logical); p != nil {
			was, is = was || p.Heading(id) != nil, is || p.HasAnchor(to)
			for _, h := range p.Doc.Headings {
				ids = append(ids, h.ID)
			}
		}
	}
	switch {
	case was && is:
		return n, failure.Usage("choose another id", "%s has an id %q", logical, to)
	case !was && !is:
		return n, failure.Usage(text.DidYouMean(id, ids, "look at the page's headings"), "no heading %q on %s", id, logical)
	}
	n.done = is
	return n, nil
}

// isPart reports whether the type of a page asks for a heading.
func isPart(s *site.Site, logical, id string) bool {
	p := s.Page(s.DefaultLanguage(), logical)
	if p == nil {
		return false
	}
	return slices.ContainsFunc(s.Parts(p), func(part schema.Part) bool { return part.Heading == id })
}

// readAddress reads two addresses of one page, whose slug is to change or,
// by hand, has changed.
func readAddress(s *site.Site, old, to string) (name, error) {
	lang := s.LanguageOf(old)
	if !strings.HasPrefix(to, "/") {
		to = path.Join(path.Dir(path.Clean(old)), to)
	}
	to = path.Clean(to) + "/"
	n := name{kind: address, old: old, to: to}
	var urls []string
	for _, p := range s.Pages {
		url := s.URL(p)
		if url == old && p.IsSection() {
			return n, failure.Usage("rename the section by its path, "+p.Path+", in all languages", "%q is the address of a section, which all its pages share", old)
		}
		if p.Lang == lang && !p.IsSection() {
			urls = append(urls, url)
			if url == old || url == to {
				n.page, n.done, n.path = p, url == to, p.Path
			}
		}
	}
	switch {
	case n.page == nil:
		return n, failure.Usage(text.DidYouMean(old, urls, "an address begins and ends with a slash"), "no page at %q", old)
	case path.Dir(path.Clean(old)) != path.Dir(path.Clean(to)):
		return n, failure.Usage("move the page by its path, "+n.page.Path, "%q is in another folder than %q", to, old)
	case slices.Contains(urls, old) && slices.Contains(urls, to):
		return n, failure.Usage("choose another address", "a page stands at %q", to)
	case !idForm.MatchString(path.Base(to)):
		return n, failure.Usage("use small letters, digits and hyphens: two-words", "%q is no address", to)
	}
	return n, nil
}
