// Package built reads the rendered site: every HTML page with its ids,
// links, resources and headings, with positions. It imports nothing of the
// site's source, so that it sees what a browser sees and nothing else.
package built

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"
	"unique"

	"comwijzer/tools/internal/diag"
)

// Site is the rendered site.
type Site struct {
	Pages []*Page // sorted by file; only what Read keeps of each
	Files map[string]bool
	SVG   []*Page           // drawings, which a browser also shows by themselves
	CSS   map[string]string // file → text
	JS    map[string]string // file → text, of scripts and of what names addresses as they do
	Other []Text            // the texts of files that are no pages: exports, feeds, the search index
	byURL map[string]*Page
}

// Page is one HTML file. What is kept of it are the fields up to Leads.
type Page struct {
	File      string          // relative to the output folder: netwerk/index.html
	URL       string          // its address on the site: /netwerk/
	Lang      Attr            // the lang attribute of <html>; its Position is always set
	Policy    string          // its content security policy, "" for none
	Base      Attr            // the address of <base>, "" for none
	Redirect  bool            // a stub that Hugo makes for an old address
	Anchors   map[string]bool // where a fragment can lead: ids, and names of <a>
	Leads     []Lead          // every address in it, in order of kind
	IDs       []Attr          // every id, in order
	Links     []Link
	Related   []Attr          // addresses of <link> that a browser does not load: canonical, alternate
	Resources []Attr          // addresses that a browser loads by itself
	Names     map[string]bool // of <a>: targets of links, as ids are
	Inline    []Attr          // inline script, style and event handlers: what it is
	Fault     string          // why a drawing cannot be read as one, "" when it can
	Active    []Attr          // scripts, event handlers, foreign objects: what a drawing must not hold
	Pictures  []Attr          // images and drawings inside <main>: the element
	Forms     []Form
	Data      []Data    // data- attributes, in order
	Texts     []Text    // what can be read on it, block by block, and in attributes
	Passages  []Passage // the parts of <main>
	Comments  []Text    // not on the page, but in what readers get

	ids map[string]bool // the values of IDs
}

// Attr is a value in the HTML and where its tag starts.
type Attr struct {
	diag.Position
	Value string
}

// Lead is an address on a page: where a link leads, what a browser loads,
// what is related.
type Lead struct {
	To           string
	Line, Column int32
}

// Text is what a reader, a search engine or a script can read at one place.
type Text struct {
	Attr
	Shown   bool // on the page itself, not in an attribute
	Literal bool // a title of somebody else's work, inside its reference
	aside   bool // navigation: in <nav>, or nothing but a link
}

// Data is a data- attribute.
type Data struct {
	Attr
	Name string // with data-
}

// Form is a form and what can be filled in.
type Form struct {
	diag.Position
	Method string // in lower case, "" when it does not say
	Fields []Attr // what each field is: the type of an input, or the element
}

// Passage is a part of <main> that is read by itself: what stands under one
// heading of the first or second level, or in one element with data-alone,
// such as a definition that a script shows apart from its page. Navigation
// belongs to none.
type Passage struct {
	diag.Position          // of the heading or element
	Section       int      // the parts of one section before and after elements that stand alone have the same
	Alone         bool     // an element with data-alone
	Calls         []string // the telephone numbers that it links to
	Texts         []Text   // what is shown
}

// Link is an address that a reader can follow.
type Link struct {
	diag.Position
	Dest   string
	Rel    string
	Region string // the data-region that it stands in, "" for none
}

// Read reads every file below fsys, the output folder. Each page is shown
// to look, as a whole and several at a time; of all of them together is
// kept what one page asks of another.
func Read(fsys fs.FS, look func(*Page)) (*Site, error) {
	s := &Site{Files: map[string]bool{}, CSS: map[string]string{}, JS: map[string]string{}, byURL: map[string]*Page{}}
	var names []string
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		s.Files[name] = true
		switch strings.ToLower(path.Ext(name)) {
		case ".html":
			names = append(names, name)
		case ".svg":
			return s.readDrawing(fsys, name)
		case ".css":
			return s.readOther(fsys, name, s.CSS)
		case ".js", ".mjs", ".webmanifest":
			return s.readOther(fsys, name, s.JS)
		default:
			return s.readOther(fsys, name, nil)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("reading the rendered site: %w", err)
	}
	s.Pages = make([]*Page, len(names))
	return s, s.readPages(fsys, names, look)
}

func (s *Site) readDrawing(fsys fs.FS, name string) error {
	src, err := fs.ReadFile(fsys, name)
	if err != nil {
		return err
	}
	drawing, err := parse(name, src)
	if err != nil {
		return err
	}
	drawing.Fault = notXML(src)
	s.SVG = append(s.SVG, drawing)
	lined, err := fileTexts(name, src) // names of elements and their attributes too
	s.Other = append(s.Other, slices.Concat(drawing.Texts, lined)...)
	return err
}

// notXML says why a browser could not read a drawing, or would read it
// otherwise than we do; "" when it could.
func notXML(src []byte) string {
	for d := xml.NewDecoder(bytes.NewReader(src)); ; {
		_, err := d.Token()
		if errors.Is(err, io.EOF) {
			return ""
		}
		if err != nil {
			return strings.TrimPrefix(err.Error(), "XML syntax error on ")
		}
	}
}

// readOther reads a file that is no page, and keeps all of it in whole,
// unless that is nil.
func (s *Site) readOther(fsys fs.FS, name string, whole map[string]string) error {
	if ours(name) {
		return nil
	}
	src, err := fs.ReadFile(fsys, name)
	if err != nil {
		return err
	}
	if whole != nil {
		whole[name] = string(src)
	}
	texts, err := fileTexts(name, src)
	s.Other = append(s.Other, texts...)
	if err != nil {
		return fmt.Errorf("%q: %w", name, err)
	}
	return nil
}

// EachText visits everything that can be read beside pages: in other files,
// and the names of files themselves.
func (s *Site) EachText(visit func(Text)) {
	for _, name := range slices.Sorted(maps.Keys(s.Files)) {
		visit(Text{Attr: Attr{diag.Position{File: name}, name}})
	}
	for _, text := range s.Other {
		visit(text)
	}
}

func (s *Site) readPages(fsys fs.FS, names []string, look func(*Page)) error {
	errs := make([]error, len(names))
	var wg sync.WaitGroup
	slots := make(chan struct{}, 8)
	for i, name := range names {
		slots <- struct{}{}
		wg.Go(func() {
			defer func() { <-slots }()
			s.Pages[i], errs[i] = readPage(fsys, name, look)
		})
	}
	wg.Wait()
	for i, err := range errs {
		if err != nil {
			return fmt.Errorf("reading %q: %w", names[i], err)
		}
		s.byURL[s.Pages[i].URL] = s.Pages[i]
	}
	return nil
}

func readPage(fsys fs.FS, name string, look func(*Page)) (*Page, error) {
	src, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, err
	}
	page, err := parse(name, src)
	if err != nil {
		return nil, err
	}
	look(page)
	return page.kept(), nil
}

// kept returns what is kept of a page. Most of its words stand on many
// pages: they are kept once.
func (p *Page) kept() *Page {
	k := &Page{File: p.File, URL: p.URL, Lang: p.Lang, Policy: once(p.Policy), Base: p.Base, Redirect: p.Redirect, Anchors: map[string]bool{}}
	for _, id := range p.IDs {
		k.Anchors[once(id.Value)] = true
	}
	for name := range p.Names {
		k.Anchors[once(name)] = true
	}
	lead := func(at diag.Position, to string) {
		k.Leads = append(k.Leads, Lead{once(to), int32(at.Line), int32(at.Column)})
	}
	for _, link := range p.Links {
		lead(link.Position, link.Dest)
	}
	for _, address := range slices.Concat(p.Resources, p.Related) {
		lead(address.Position, address.Value)
	}
	return k
}

func once(s string) string { return unique.Make(s).Value() }

// At returns where an address stands.
func (p *Page) At(l Lead) diag.Position {
	return diag.Position{File: p.File, Line: int(l.Line), Column: int(l.Column)}
}

// Page returns the page at an address, which may leave out the last slash's
// index.html; nil when there is none.
func (s *Site) Page(url string) *Page {
	url = strings.TrimSuffix(url, "index.html")
	if p := s.byURL[url]; p != nil {
		return p
	}
	return s.byURL[url+"/"]
}

// HasData reports whether an element of the page has that data- attribute.
func (p *Page) HasData(name string) bool {
	return slices.ContainsFunc(p.Data, func(d Data) bool { return d.Name == name })
}

// LinksTo reports whether a link of the page has that address.
func (p *Page) LinksTo(dest string) bool {
	return slices.ContainsFunc(p.Links, func(l Link) bool { return l.Dest == dest })
}

// IsSearchIndex tells the search index, which is made of the pages: in a
// preview after the checks have passed.
func IsSearchIndex(path string) bool { return IndexLanguage(path) != "" }

// IndexLanguage returns the language of a file of the search index, "" for
// another file.
func IndexLanguage(path string) string {
	folder, _, inFolder := strings.Cut(strings.TrimPrefix(path, "/"), "/")
	language, isIndex := strings.CutPrefix(folder, "search-")
	if !inFolder || !isIndex {
		return ""
	}
	return language
}

// URLs lists the addresses of all pages, sorted.
func (s *Site) URLs() []string { return slices.Sorted(maps.Keys(s.byURL)) }

func pageURL(file string) string { return "/" + strings.TrimSuffix(file, "index.html") }
