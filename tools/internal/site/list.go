package site

import (
	"path"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/schema"
	"comwijzer/tools/internal/yaml"
)

// List is a YAML file that stands in data/ itself, data/<name>.yaml, with the
// schema list-<name>.json: something of which a site has one.
type List struct {
	Name string
	File string
	*yaml.Doc
}

// List returns the list of that name, nil when the site has none.
func (s *Site) List(name string) *List { return s.lists[name] }

// Decode fills into with what the list says at a JSON pointer, with nothing
// when there is no list.
func (l *List) Decode(pointer string, into any) error {
	if l == nil {
		return nil
	}
	return l.Doc.Decode(pointer, into)
}

// list reads a list; false when name is none.
func (l *loader) list(name string) bool {
	id, isYAML := strings.CutSuffix(path.Base(name), ".yaml")
	if _, known := schema.Get("list-" + id); !known || !isYAML || path.Dir(name) != "data" {
		return false
	}
	src, ok := l.read(name)
	if !ok {
		return true
	}
	list := &List{Name: id, File: name}
	if list.Doc, ok = l.yaml(src, diag.Position{File: name, Line: 1}); ok {
		l.site.lists[id] = list
		l.allow(allowances(name, src))
	}
	return true
}
