package schema

import (
	"slices"
	"testing"
)

// A part with a misspelt keyword, place or block would never be asked for.
func TestPartsSayWhatTheyMean(t *testing.T) {
	found := 0
	for name, s := range load().byName {
		list, _ := s.raw["parts"].([]any)
		for i, part := range s.Parts() {
			found++
			for key := range list[i].(map[string]any) {
				if !slices.Contains([]string{"heading", "place", "block"}, key) {
					t.Errorf("%s: part %d has unknown key %q", name, i, key)
				}
			}
			if part.Heading == "" && (part.Place != "" || part.Block == "") {
				t.Errorf("%s: part %d asks for nothing", name, i)
			}
			if !slices.Contains([]string{"", "first", "last"}, part.Place) {
				t.Errorf("%s: unknown place %q", name, part.Place)
			}
			if part.Block != "" && !slices.Contains(Names("block-"), part.Block) {
				t.Errorf("%s: unknown block %q", name, part.Block)
			}
		}
	}
	if found == 0 {
		t.Error("no page type asks for a part")
	}
}
