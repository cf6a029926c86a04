package site

import (
	"path"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/schema"
	"comwijzer/tools/internal/yaml"
)

// List returns the list of that name, nil when the site has none: a YAML
// file that stands in data/ itself, data/<name>.yaml, with the schema
// list-<name>.json, of which a site has one.
func (s *Site) List(name string) *yaml.Doc { return s.lists[name] }

// list reads a list; false when name is none.
func (l *loader) list(name string) bool {
	id, isYAML := strings.CutSuffix(path.Base(name), ".yaml")
	if _, known := schema.Get("list-" + id); !known || !isYAML || path.Dir(name) != "data" {
		return false
	}
	if list, ok := l.document(name); ok {
		l.site.lists[id] = list
	}
	return true
}

// document reads a file that is YAML as a whole, or reports why it cannot.
func (l *loader) document(name string) (doc *yaml.Doc, ok bool) {
	src, ok := l.read(name)
	if ok {
		doc, ok = l.yaml(src, diag.Position{File: name, Line: 1})
	}
	if ok {
		l.allow(allowances(name, src))
	}
	return doc, ok
}
