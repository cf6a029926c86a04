// Package schema holds the JSON Schemas of records, front matter and blocks.
// They are the one description of what an editor may write: wijzer validates
// with them and an editor's YAML plug-in completes from them.
//
// Beside the keywords of JSON Schema they have ours. Of a value:
//   - references: it is the id of a record of this kind
//   - page, section, static: it is the path of a page or of a file in static/, or the name of a section
//   - calendar, future: it is a date, one that may lie ahead
//   - address: it is a web address
//   - same: every language of a page has it alike
//   - claim: it tells a fact, which needs a source
//   - formerly: what its keys were called before
//
// Of a page type:
//   - claims: its text tells facts, which need a source
//   - parts: what a page must have in its text
//   - reading: how easy the text must be
//   - stays: it is shown while a work that it cites is withdrawn
//
// Of a block:
//   - readers: it holds words of readers
//
// A file <kind>.json describes the records in data/<kind>s/, block-<kind>.json
// a fenced block, page-<type>.json the front matter of a page type. Adding a
// file adds the kind.
package schema

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

//go:embed *.json
var files embed.FS

// Schema is one schema.
type Schema struct {
	Name     string
	raw      map[string]any
	compiled func() *jsonschema.Schema
	marked   sync.Map // keyword → places that it marks
}

type registry struct {
	raw    map[string]map[string]any // file name → schema
	byName map[string]*Schema        // name without .json
}

// load reads all schemas once, and each is compiled when it is first asked:
// a command of a moment needs few. They are part of the program: a fault in
// one is a fault of ours, hence the panic, which a test meets first.
var load = sync.OnceValue(func() registry {
	r := registry{map[string]map[string]any{}, map[string]*Schema{}}
	names, err := fs.Glob(files, "*.json")
	must(err)
	var mu sync.Mutex
	compiler := jsonschema.NewCompiler()
	for _, name := range names {
		src, err := files.ReadFile(name)
		must(err)
		var raw map[string]any
		must(json.Unmarshal(src, &raw))
		r.raw[name] = raw
		must(compiler.AddResource("wijzer:///"+name, raw))
		if name == "common.json" {
			continue
		}
		id := strings.TrimSuffix(name, ".json")
		r.byName[id] = &Schema{Name: id, raw: raw, compiled: sync.OnceValue(func() *jsonschema.Schema {
			mu.Lock()
			defer mu.Unlock()
			compiled, err := compiler.Compile("wijzer:///" + name)
			must(err)
			return compiled
		})}
	}
	return r
})

func must(err error) {
	if err != nil {
		panic(fmt.Sprintf("schema: %v", err))
	}
}

// Files returns the schemas as they are written, by the names of their
// files: an editor reads them there.
func Files() map[string][]byte {
	texts := map[string][]byte{}
	for name := range load().raw {
		texts[name], _ = files.ReadFile(name)
	}
	return texts
}

// Get returns the schema of that name: "source", "block-figures", "page-explainer".
func Get(name string) (*Schema, bool) {
	s, ok := load().byName[name]
	return s, ok
}

// Names lists the schemas whose name starts with prefix, without the
// prefix. The prefix "" stands for the kinds of record.
func Names(prefix string) (names []string) {
	for name := range load().byName {
		rest, ok := strings.CutPrefix(name, prefix)
		if ok && (prefix != "" || !strings.Contains(name, "-")) {
			names = append(names, rest)
		}
	}
	slices.Sort(names)
	return names
}

// Ref is a value that points at a record of a kind.
type Ref struct {
	Pointer string // JSON pointer of the value
	Kind    string
	ID      string
}

// Refs finds the values that the schema marks with "references", in the
// order in which the schema's properties are sorted and lists run.
func (s *Schema) Refs(value any) (refs []Ref) {
	walk(s.raw, value, "", func(node map[string]any, value any, pointer string) {
		kind, _ := node["references"].(string)
		if id, ok := value.(string); ok && kind != "" {
			refs = append(refs, Ref{pointer, kind, id})
		}
	})
	return refs
}

// whole returns a node with those that it refers to.
func whole(node map[string]any) []map[string]any {
	nodes := []map[string]any{node}
	if target, ok := node["$ref"].(string); ok {
		nodes = append(nodes, whole(deref(target))...)
	}
	all, _ := node["allOf"].([]any)
	for _, sub := range all {
		nodes = append(nodes, whole(sub.(map[string]any))...)
	}
	return nodes
}

// walk visits each part of value with the schema node that describes it. It
// follows the keywords that our schemas use for structure.
func walk(node map[string]any, value any, pointer string, visit func(map[string]any, any, string)) {
	for _, node := range whole(node) {
		visit(node, value, pointer)
		switch value := value.(type) {
		case map[string]any:
			properties, _ := node["properties"].(map[string]any)
			others, _ := node["additionalProperties"].(map[string]any)
			for _, key := range slices.Sorted(maps.Keys(value)) {
				described, known := properties[key].(map[string]any)
				if !known {
					described = others
				}
				if described != nil {
					walk(described, value[key], pointer+"/"+key, visit)
				}
			}
		case []any:
			items, ok := node["items"].(map[string]any)
			for i := 0; ok && i < len(value); i++ {
				walk(items, value[i], fmt.Sprintf("%s/%d", pointer, i), visit)
			}
		}
	}
}

// deref resolves "common.json#/$defs/x" and, as the schemas in common.json
// refer to each other, "#/$defs/x".
func deref(ref string) map[string]any {
	name := path.Base(ref)
	defs := load().raw["common.json"]["$defs"].(map[string]any)
	return defs[name].(map[string]any)
}

// properties returns the keys that the schema knows at a JSON pointer's object.
func (s *Schema) properties(value any, pointer string) (keys []string) {
	walk(s.raw, value, "", func(node map[string]any, _ any, at string) {
		if at == pointer {
			p, _ := node["properties"].(map[string]any)
			keys = append(keys, slices.Sorted(maps.Keys(p))...)
		}
	})
	return keys
}

// formerly returns what the keys of a JSON pointer's object were called
// before: the keyword "formerly", where "" stands for a key that went.
func (s *Schema) formerly(value any, pointer string) (names map[string]any) {
	walk(s.raw, value, "", func(node map[string]any, _ any, at string) {
		if former, ok := node["formerly"].(map[string]any); ok && at == pointer {
			names = former
		}
	})
	return names
}
