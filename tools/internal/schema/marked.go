package schema

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Mark is a text, or true or false, that a keyword in a schema marks:
// "calendar" a date, "future" one that may lie ahead, "address" a web
// address, "same" what every language of a page has alike.
type Mark struct {
	Pointer string // JSON pointer of the value
	Text    string
}

// Key returns the key that holds the value, or the list that it stands in.
func (m Mark) Key() string {
	for _, part := range slices.Backward(strings.Split(m.Pointer, "/")) {
		if strings.Trim(part, "0123456789") != "" {
			return part
		}
	}
	return m.Pointer
}

// Marked finds the texts that the schema marks with a keyword. Where they
// stand is worked out once: most of a value need not be looked at.
func (s *Schema) Marked(keyword string, value any) (marks []Mark) {
	places, ok := s.marked.Load(keyword)
	if !ok {
		places, _ = s.marked.LoadOrStore(keyword, markedIn(s.raw, keyword))
	}
	for _, place := range places.([][]string) {
		marks = follow(value, place, "", marks)
	}
	return marks
}

// each stands in a place for every item of a list, or value of a mapping.
const each = "*"

// everything, as keyword, marks every place that a schema has.
const everything = ""

// markedIn lists the places below a schema node that a keyword marks, as keys.
func markedIn(node map[string]any, keyword string) (places [][]string) {
	below := func(key string, child any) {
		if child, ok := child.(map[string]any); ok {
			for _, place := range markedIn(child, keyword) {
				places = append(places, append([]string{key}, place...))
			}
		}
	}
	for _, node := range whole(node) {
		if marked, _ := node[keyword].(bool); marked || keyword == everything {
			places = append(places, nil)
		}
		properties, _ := node["properties"].(map[string]any)
		for _, key := range slices.Sorted(maps.Keys(properties)) {
			below(key, properties[key])
		}
		below(each, node["items"])
		below(each, node["additionalProperties"])
	}
	return places
}

func follow(value any, place []string, pointer string, marks []Mark) []Mark {
	if len(place) == 0 {
		switch value := value.(type) {
		case string:
			marks = append(marks, Mark{pointer, value})
		case bool:
			marks = append(marks, Mark{pointer, strconv.FormatBool(value)})
		}
		return marks
	}
	switch value := value.(type) {
	case map[string]any:
		keys := place[:1]
		if place[0] == each {
			keys = slices.Sorted(maps.Keys(value))
		}
		for _, key := range keys {
			marks = follow(value[key], place[1:], pointer+"/"+key, marks)
		}
	case []any:
		for i := 0; place[0] == each && i < len(value); i++ {
			marks = follow(value[i], place[1:], fmt.Sprintf("%s/%d", pointer, i), marks)
		}
	}
	return marks
}

// Has reports whether the schema knows the key at a JSON pointer.
func (s *Schema) Has(pointer string) bool {
	known, ok := s.marked.Load(everything)
	if !ok {
		places := map[string]bool{}
		for _, place := range markedIn(s.raw, everything) {
			places["/"+strings.Join(place, "/")] = true
		}
		known, _ = s.marked.LoadOrStore(everything, places)
	}
	parts := strings.Split(pointer, "/")
	for i, part := range parts {
		if part != "" && strings.Trim(part, "0123456789") == "" {
			parts[i] = each
		}
	}
	return known.(map[string]bool)[strings.Join(parts, "/")]
}
