package schema

// Part is something that a page of a type must have in its text. In a page
// schema they are listed under the keyword "parts".
type Part struct {
	Heading string // the name of its heading, whose id the configuration may say otherwise; "" for anywhere on the page
	Place   string // where that heading stands: "first", "last" or ""
	Block   string // the kind of block that it holds; "" for none
}

// Parts returns the parts that the schema asks for.
func (s *Schema) Parts() []Part {
	list, _ := s.raw["parts"].([]any)
	parts := make([]Part, 0, len(list))
	for _, item := range list {
		m, _ := item.(map[string]any)
		text := func(key string) string { t, _ := m[key].(string); return t }
		parts = append(parts, Part{text("heading"), text("place"), text("block")})
	}
	return parts
}
