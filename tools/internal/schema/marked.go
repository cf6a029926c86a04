package schema

import (
	"slices"
	"strings"
)

// Mark is a text that a keyword in a schema marks: "calendar" a date, "future"
// one that may lie ahead, "address" a web address.
type Mark struct {
	Pointer string // JSON pointer of the value
	Text    string
}

// Marked finds the texts that the schema marks with a keyword.
func (s *Schema) Marked(keyword string, value any) []Mark {
	var marks []Mark
	walk(s.raw, value, "", func(node map[string]any, value any, pointer string) {
		marked, _ := node[keyword].(bool)
		if text, ok := value.(string); ok && marked {
			marks = append(marks, Mark{pointer, text})
		}
	})
	return marks
}

// Marks reports whether the schema uses a keyword anywhere: where it does not,
// a value need not be looked at.
func (s *Schema) Marks(keyword string) bool { return uses(s.raw, keyword) }

func uses(node any, keyword string) bool {
	switch node := node.(type) {
	case map[string]any:
		if marked, _ := node[keyword].(bool); marked {
			return true
		}
		if target, ok := node["$ref"].(string); ok && uses(deref(target), keyword) {
			return true
		}
		for _, child := range node {
			if uses(child, keyword) {
				return true
			}
		}
	case []any:
		for _, child := range node {
			if uses(child, keyword) {
				return true
			}
		}
	}
	return false
}

// Has reports whether the schema has a place for the key that a JSON pointer
// ends in, in the object that the pointer stands in.
func (s *Schema) Has(value any, pointer string) bool {
	i := strings.LastIndexByte(pointer, '/')
	return slices.Contains(s.properties(value, pointer[:i]), pointer[i+1:])
}
