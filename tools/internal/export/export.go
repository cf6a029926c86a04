// Package export writes what is derived from a site: the data that Hugo reads
// and the files that readers download. An export is one value in one file.
package export

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"

	"comwijzer/tools/internal/site"
)

// Export is one derived file.
type Export struct {
	Path string // below .gen/: data/… is read by Hugo, static/… is published
	Doc  string // what it is, on one line
	Make func(*site.Site) ([]byte, error)
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

// All makes every export in memory: path below .gen/ → bytes.
func All(s *site.Site) (map[string][]byte, error) {
	files := map[string][]byte{}
	for _, e := range Exports() {
		data, err := e.Make(s)
		if err != nil {
			return nil, fmt.Errorf("making %s: %w", e.Path, err)
		}
		files[e.Path] = data
	}
	return files, nil
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

// perLanguage collects one value per language.
func perLanguage[T any](s *site.Site, of func(lang string) T) map[string]T {
	out := map[string]T{}
	for _, lang := range s.Languages {
		out[lang] = of(lang)
	}
	return out
}
