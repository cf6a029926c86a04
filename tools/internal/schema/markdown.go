package schema

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Markdown returns what a schema says of each key: a heading for each
// table, and a line for each key in it.
func (s *Schema) Markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n%s\n\n", s.raw["title"], s.raw["description"])
	describeTable(&b, "", s.raw)
	return b.String()
}

// describeTable writes the keys of a table, and then the tables in it.
func describeTable(b *strings.Builder, name string, node map[string]any) {
	keys, _ := node["properties"].(map[string]any)
	var tables []string
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		field, _ := keys[key].(map[string]any)
		if description, ok := field["description"]; ok {
			fmt.Fprintf(b, "- `%s` (%s) %s\n", key, kindOf(field), description)
		}
		if table, below := tableBelow(key, field); table != nil {
			tables = append(tables, below)
		}
	}
	for _, below := range tables {
		key, _, _ := strings.Cut(below, ".")
		field, _ := keys[strings.Trim(key, "[]")].(map[string]any)
		table, _ := tableBelow(key, field)
		full := strings.TrimPrefix(name+"."+strings.Trim(below, "[]"), ".")
		title := "[" + full + "]"
		if below[0] == '[' {
			title = "[" + title + "]"
		}
		fmt.Fprintf(b, "\n## %s\n\n%s\n\n", title, field["description"])
		describeTable(b, full, table)
	}
}

// tableBelow returns the table that a field holds, and what it is called:
// one with names of its own, such as a language, is called name.
func tableBelow(key string, field map[string]any) (map[string]any, string) {
	if _, ok := field["properties"]; ok {
		return field, key
	}
	if other, ok := field["additionalProperties"].(map[string]any); ok && other["properties"] != nil {
		return other, key + ".NAME"
	}
	if item, ok := field["items"].(map[string]any); ok && item["properties"] != nil {
		return item, "[" + key + "]"
	}
	return nil, ""
}

// kindOf says what a field can be, and what it is when it is left out.
func kindOf(field map[string]any) string {
	kind := map[any]string{"array": "list", "object": "table", "boolean": "true or false", "integer": "whole number", "string": "text"}[field["type"]]
	if kind == "" {
		kind = fmt.Sprint(field["type"])
	}
	if options := stringsIn(field["enum"]); len(options) > 0 {
		kind = strings.Join(options, " or ")
	}
	if value, ok := field["default"]; ok && value != "" {
		text, _ := json.Marshal(value)
		kind += ", else " + string(text)
	}
	return kind
}
