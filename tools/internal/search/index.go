// Package search makes the search index of each language from its built pages.
package search

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/failure"
)

// Folder returns the folder, and so the address, of the search index of a language.
func Folder(language string) string { return "search-" + language }

// IndexFile is the file that is loaded for a first search. Further parts of
// an index, see parts, have the same name in folders 2, 3 and so on. Beside
// them, in folder text, stands a file per page, loaded for the results that
// are shown.
const IndexFile = "index.json"

const textFile = "texts.json"

// Known is what search knows of the pages beside their text.
type Known struct {
	Languages []string                       // the default first
	Stops     map[string]map[string]bool     // per language the words that are not indexed
	Lexicons  map[string][]byte              // per language what assets/js/search/lexicon.js unpacks
	Asked     map[string]map[string][]string // words of what people type, by the address of a page and the id of a section; "" is the page itself
	Weights   map[string]float64             // how much a type of page counts, beside 1: the least go into further parts
}

// Index makes a search index for each language, from the pages in pages, as
// folders in into. It returns the number of pages indexed, and a finding
// for each index that is too large to be searched at once.
func Index(ctx context.Context, pages, into string, known Known) (int, []diag.Diagnostic, error) {
	var indexed atomic.Int64
	large := make([][]diag.Diagnostic, len(known.Languages))
	group, ctx := errgroup.WithContext(ctx) // the first fault stops the rest
	for n, language := range known.Languages {
		group.Go(func() error {
			names, err := pagesIn(pages, language, known.Languages)
			if err != nil {
				return failure.File("reading the pages in "+language, err)
			}
			i := indexer{dir: filepath.Join(into, Folder(language)), language: language, known: known}
			found, err := i.index(ctx, pages, names)
			if err == nil && found == 0 {
				err = failure.Environment("a page is indexed when its <article> has data-index: look at layouts/",
					"the search index in %s has no pages", language)
			}
			indexed.Add(int64(found))
			large[n] = i.large
			return failure.File("making the search index in "+language, err)
		})
	}
	err := group.Wait()
	return int(indexed.Load()), slices.Concat(large...), err
}

// part is what assets/js/search/opened.js opens. Its pages are not packed: they would be five KB less, and a telephone would be
// longer at it than at the rest.
type part struct {
	Pages  []*page `json:"pages"`
	Packed []byte  `json:"packed"`         // the lexicon, in the first; its words, where they stand, and what people ask
	More   int     `json:"more,omitempty"` // further parts, in the first
}

// file returns a part as it is sent, with the words of its passages.
func (p part) file(found places, lexicon []byte) ([]byte, error) {
	all := slices.Sorted(maps.Keys(found.of))
	pack := newPacker()
	pack.text(string(lexicon))
	pack.text(fronts(all))
	pack.forget()
	found.pack(pack, all)
	p.Packed = pack.done()
	return json.Marshal(p)
}

// An indexer writes the text of a page as soon as it is read: of all pages
// together only headings and words are kept.
type indexer struct {
	dir      string
	language string
	known    Known
	pages    []*page
	large    []diag.Diagnostic
}

// index makes an index of some of the pages in dir, and returns how many want to be in it.
func (i *indexer) index(ctx context.Context, pages string, names []string) (int, error) {
	if err := os.MkdirAll(i.dir, 0o755); err != nil {
		return 0, err
	}
	for _, name := range names {
		if err := errors.Join(ctx.Err(), i.add(filepath.Join(pages, filepath.FromSlash(name)))); err != nil {
			return 0, err
		}
	}
	return len(i.pages), i.finish()
}

func (i *indexer) add(name string) error {
	src, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	p, err := read(bytes.NewReader(src))
	if err != nil || p == nil {
		return err
	}
	p.ask(i.known.Asked[p.URL])
	p.count(i.known.Stops[i.language])
	if err := i.write(p); err != nil {
		return err
	}
	p.forget()
	p.untitle()
	i.pages = append(i.pages, p)
	return nil
}

// write writes the file with the texts of a page, under the page's address: an index needs no names for them.
func (i *indexer) write(p *page) error {
	text, err := json.Marshal(p.texts())
	if err != nil {
		return err
	}
	address, err := url.PathUnescape(p.URL)
	if err != nil {
		return err
	}
	name := filepath.Join(i.dir, "text", filepath.FromSlash(path.Join("/", address+textFile)))
	return errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, text, 0o644))
}

func (i *indexer) finish() error {
	all, size, err := parts(i.pages, i.known.Weights, i.known.Lexicons[i.language])
	if len(all) > 1 {
		i.large = []diag.Diagnostic{{
			Position: diag.Position{File: path.Join(filepath.Base(i.dir), IndexFile)}, Rule: "search", Severity: diag.Warning,
			Message: fmt.Sprintf("the search index has %d bytes with gzip, where %d can be searched at once: it is cut into %d parts, and the types of pages that count least are found only where the first part has nothing", size, Part, len(all)),
			Hint:    "let go of phrases in blocks \"asked\" that open at their page without them, or of whole pages by data-index-ignore; params.search_weights says which types of pages stay in the first part",
		}}
	}
	for n, text := range all {
		dir := i.dir
		if n > 0 {
			dir = filepath.Join(dir, strconv.Itoa(n+1))
		}
		err = errors.Join(err, os.MkdirAll(dir, 0o755), os.WriteFile(filepath.Join(dir, IndexFile), text, 0o644))
	}
	return err
}

// pagesIn lists the pages of one language, sorted: those in its folder, or
// for the default language all that are not in the folder of another.
func pagesIn(pages, language string, languages []string) ([]string, error) {
	var names []string
	err := fs.WalkDir(os.DirFS(pages), ".", func(name string, d fs.DirEntry, err error) error {
		top, _, _ := strings.Cut(name, "/")
		home := languages[0]
		if slices.Contains(languages[1:], top) {
			home = top
		}
		switch {
		case err != nil:
			return err
		case d.IsDir() && name == top && name != "." && home != language:
			return fs.SkipDir
		case !d.IsDir() && home == language && path.Ext(name) == ".html":
			names = append(names, name)
		}
		return nil
	})
	return names, err
}
