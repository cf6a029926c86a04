// Package search makes the search index of each language from its built pages.
package search

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"comwijzer/tools/internal/failure"
)

// Folder returns the folder, and so the address, of the search index of a language.
func Folder(language string) string { return "search-" + language }

// IndexFile is the file that is loaded for a first search. Beside it, in folder
// text, stands a file per page, loaded for the results that are shown.
const IndexFile = "index.json"

// Index makes a search index for each of languages, the default first, from the
// pages in pages, as folders in into. It returns the number of pages indexed.
func Index(ctx context.Context, pages, into string, languages []string) (int, error) {
	var indexed atomic.Int64
	group, ctx := errgroup.WithContext(ctx) // the first fault stops the rest
	for _, language := range languages {
		group.Go(func() error {
			found, err := readPages(ctx, pages, language, languages)
			if err != nil {
				return failure.File("reading the pages in "+language, err)
			}
			if len(found) == 0 {
				return failure.Environment("a page is indexed when its <article> has data-index: look at layouts/",
					"the search index in %s has no pages", language)
			}
			indexed.Add(int64(len(found)))
			return failure.File("writing the search index", write(filepath.Join(into, Folder(language)), found))
		})
	}
	err := group.Wait()
	return int(indexed.Load()), err
}

// index is what assets/js/search/index.js unpacks.
type index struct {
	Pages []*page  `json:"pages"`
	Words []string `json:"words"` // a word and its places: see places
}

// write puts the index and the texts of the pages in a folder.
func write(dir string, pages []*page) error {
	if err := os.MkdirAll(filepath.Join(dir, "text"), 0o755); err != nil {
		return err
	}
	for _, p := range pages {
		text, err := json.Marshal(p.texts())
		if err != nil {
			return err
		}
		sum := sha256.Sum256(text)
		p.Text = hex.EncodeToString(sum[:4])
		if err := os.WriteFile(filepath.Join(dir, "text", p.Text+".json"), text, 0o644); err != nil {
			return err
		}
	}
	all, err := json.Marshal(index{pages, places(pages)})
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, IndexFile), all, 0o644)
}

// readPages reads the pages of one language that ask to be indexed, in the order of
// their names.
func readPages(ctx context.Context, pages, language string, languages []string) ([]*page, error) {
	names, err := pagesIn(pages, language, languages)
	var out []*page
	for _, name := range names {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		src, err := os.Open(filepath.Join(pages, filepath.FromSlash(name)))
		if err != nil {
			return nil, err
		}
		p, err := read(src)
		src.Close()
		if err != nil {
			return nil, err
		}
		if p != nil {
			out = append(out, p)
		}
	}
	return out, err
}

// pagesIn lists the pages of one language, sorted: those in its folder, or for
// the default language all that are not in the folder of another.
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
