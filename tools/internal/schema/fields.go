package schema

import (
	"maps"
	"slices"
)

// Field is a field that a schema describes, as far as who fills it in must know.
type Field struct {
	Name     string
	Required bool
	Doc      string   // "" when the schema says nothing
	Enum     []string // what it may be; nil for anything
	Type     string   // "string", "integer", "boolean", "array" or "object"
	Texts    bool     // a text in every language
}

// Fields lists the fields of a schema: those that it requires first, in its
// order, then the others by name.
func (s *Schema) Fields() (fields []Field) {
	properties, _ := s.raw["properties"].(map[string]any)
	names := stringsIn(s.raw["required"])
	for _, name := range slices.Sorted(maps.Keys(properties)) {
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	required := len(stringsIn(s.raw["required"]))
	for i, name := range names {
		f := Field{Name: name, Required: i < required}
		node, _ := properties[name].(map[string]any)
		for _, part := range whole(node) {
			f.read(part)
		}
		fields = append(fields, f)
	}
	return fields
}

// read takes what a node of a schema says of the field.
func (f *Field) read(node map[string]any) {
	if doc, ok := node["description"].(string); ok && f.Doc == "" {
		f.Doc = doc
	}
	if t, ok := node["type"].(string); ok && f.Type == "" {
		f.Type = t
	}
	if f.Enum == nil {
		f.Enum = stringsIn(node["enum"])
	}
	f.Texts = f.Texts || node["$ref"] == "common.json#/$defs/text"
}

func stringsIn(list any) (all []string) {
	items, _ := list.([]any)
	for _, item := range items {
		if text, ok := item.(string); ok {
			all = append(all, text)
		}
	}
	return all
}
