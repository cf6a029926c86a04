// Package export writes what is derived from a site: the data that Hugo reads
// and the files that readers download. An export is one value in one file.
package export

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"comwijzer/tools/internal/headers"
	"comwijzer/tools/internal/site"
)

// Export is one derived file.
type Export struct {
	Path   string // below .gen/: data/… is read by Hugo, static/… is published
	Doc    string // what it is, on one line
	Format string // the key in i18n of what readers are told it is, "" when it is not offered
	Make   func(*site.Site) ([]byte, error)
	Files  func(*site.Site) (map[string][]byte, error) // instead of Make: many files below Path
}

var registry []Export

func register(e Export) struct{} {
	registry = append(registry, e)
	return struct{}{}
}

// Exports lists all exports by path.
func Exports() []Export {
	return slices.SortedFunc(slices.Values(registry), func(a, b Export) int { return cmp.Compare(a.Path, b.Path) })
}

// All makes every export in memory, on all cores: path below .gen/ → bytes.
func All(s *site.Site) (map[string][]byte, error) {
	var mu sync.Mutex
	files := map[string][]byte{}
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, e := range Exports() {
		group.Go(func() error {
			made, err := e.make(s)
			if err != nil {
				return fmt.Errorf("making %s: %w", e.Path, err)
			}
			mu.Lock()
			defer mu.Unlock()
			maps.Copy(files, made)
			return nil
		})
	}
	return files, group.Wait()
}

func (e Export) make(s *site.Site) (map[string][]byte, error) {
	if e.Files != nil {
		return e.Files(s)
	}
	data, err := e.Make(s)
	return map[string][]byte{e.Path: data}, err
}

// byLanguage makes JSON of what there is of each language.
func byLanguage[T any](of func(s *site.Site, lang string) T) func(*site.Site) ([]byte, error) {
	return func(s *site.Site) ([]byte, error) {
		return encode(site.ByLanguage(s, func(lang string) T { return of(s, lang) }))
	}
}

// encode writes JSON that is the same at every run and easy to compare.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	err := enc.Encode(v)
	return b.Bytes(), err
}

// typeOf returns that of a file by its name, without how it is encoded.
func typeOf(name string) string {
	kind, _, _ := strings.Cut(headers.Type(path.Ext(name)), ";")
	return kind
}
