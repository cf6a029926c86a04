// Package built reads the rendered site: every HTML page with its ids, links,
// resources and headings, with positions. It imports nothing of the site's
// source, so that it sees what a browser sees and nothing else.
package built

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"comwijzer/tools/internal/diag"
)

// Site is the rendered site.
type Site struct {
	Pages []*Page // sorted by file
	Files map[string]bool
	CSS   map[string]string // file → text
	Other []Attr            // the texts of files that are no pages: exports, feeds, the search index
	byURL map[string]*Page
}

// Page is one HTML file.
type Page struct {
	File      string // relative to the output folder: netwerk/index.html
	URL       string // its address on the site: /netwerk/
	Lang      Attr   // the lang attribute of <html>; its Position is always set
	IDs       []Attr // every id, in order
	Links     []Link
	Resources []Attr // addresses that a browser loads by itself
	Inline    []Attr // inline script, style and event handlers: what it is
	Texts     []Attr // what can be read on it, block by block, and in attributes
}

// Attr is a value in the HTML and where its tag starts.
type Attr struct {
	diag.Position
	Value string
}

// Link is an address that a reader can follow.
type Link struct {
	diag.Position
	Dest string
	Text string // empty when it has none of its own
}

// Read reads every file below fsys, the output folder.
func Read(fsys fs.FS) (*Site, error) {
	s := &Site{Files: map[string]bool{}, CSS: map[string]string{}, byURL: map[string]*Page{}}
	var names []string
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		s.Files[name] = true
		switch path.Ext(name) {
		case ".html":
			names = append(names, name)
		case ".css":
			text, err := fs.ReadFile(fsys, name)
			s.CSS[name] = string(text)
			return err
		default:
			return s.readOther(fsys, name)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("reading the rendered site: %w", err)
	}
	s.Pages = make([]*Page, len(names))
	return s, s.readPages(fsys, names)
}

func (s *Site) readOther(fsys fs.FS, name string) error {
	if ours(name) {
		return nil
	}
	src, err := fs.ReadFile(fsys, name)
	if err != nil {
		return err
	}
	texts, err := fileTexts(name, src)
	s.Other = append(s.Other, texts...)
	if err != nil {
		return fmt.Errorf("%q: %w", name, err)
	}
	return nil
}

// EachText visits everything that can be read: on pages, in other files, and
// the names of files themselves.
func (s *Site) EachText(visit func(Attr)) {
	for _, name := range slices.Sorted(maps.Keys(s.Files)) {
		visit(Attr{diag.Position{File: name}, name})
	}
	for _, page := range s.Pages {
		for _, text := range page.Texts {
			visit(text)
		}
	}
	for _, text := range s.Other {
		visit(text)
	}
}

func (s *Site) readPages(fsys fs.FS, names []string) error {
	errs := make([]error, len(names))
	var wg sync.WaitGroup
	slots := make(chan struct{}, 8)
	for i, name := range names {
		slots <- struct{}{}
		wg.Go(func() {
			defer func() { <-slots }()
			src, err := fs.ReadFile(fsys, name)
			if err == nil {
				s.Pages[i], err = parse(name, src)
			}
			errs[i] = err
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

// Page gives the page at an address, which may leave out the last slash's
// index.html; nil when there is none.
func (s *Site) Page(url string) *Page {
	url = strings.TrimSuffix(url, "index.html")
	if p := s.byURL[url]; p != nil {
		return p
	}
	return s.byURL[url+"/"]
}

// HasID reports whether the page has an element with that id.
func (p *Page) HasID(id string) bool {
	for _, a := range p.IDs {
		if a.Value == id {
			return true
		}
	}
	return false
}

func pageURL(file string) string { return "/" + strings.TrimSuffix(file, "index.html") }
