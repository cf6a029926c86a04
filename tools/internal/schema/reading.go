package schema

// Reading is how easy the text of a page must be to read. In a page schema
// it stands under the keyword "reading".
type Reading struct {
	Ease     int // the least score of the language's formula
	Average  int // the most words of a sentence on average
	Sentence int // the most words of any sentence
}

// Reading returns the limits for a page type, and whether it has any.
func (s *Schema) Reading() (r Reading, ok bool) {
	m, ok := s.raw["reading"].(map[string]any)
	return Reading{number(m["ease"]), number(m["average"]), number(m["sentence"])}, ok
}

func number(v any) int {
	n, _ := v.(float64)
	return int(n)
}

// MakesClaims reports whether pages of a type tell facts, which need a
// source. In a page schema that is the keyword "claims".
func (s *Schema) MakesClaims() bool { return s.raw["claims"] == true }

// Stays reports whether pages of a type, which people need to act or to
// find their way, stay while a work that they cite is withdrawn, without
// what rests on it. In a page schema that is the keyword "stays".
func (s *Schema) Stays() bool { return s.raw["stays"] == true }

// OfReaders reports whether a block holds words of readers: they are not
// ours to write well, and not the same in every language. In a block schema
// that is the keyword "readers".
func (s *Schema) OfReaders() bool { return s.raw["readers"] == true }
