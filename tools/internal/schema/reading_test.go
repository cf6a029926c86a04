package schema

import (
	"slices"
	"testing"
)

// A limit with a misspelt name, or of nothing, would never be held.
func TestReadingLimitsMeanSomething(t *testing.T) {
	found := 0
	for name, s := range load().byName {
		limits, ok := s.Reading()
		if !ok {
			continue
		}
		found++
		for key := range s.raw["reading"].(map[string]any) {
			if !slices.Contains([]string{"ease", "average", "sentence"}, key) {
				t.Errorf("%s: unknown limit %q", name, key)
			}
		}
		if limits.Ease < 1 || limits.Average < 1 || limits.Sentence <= limits.Average {
			t.Errorf("%s: %+v", name, limits)
		}
	}
	if found == 0 {
		t.Error("no page type has limits")
	}
}
