package text

import (
	"slices"
	"testing"
)

func TestNumeralsStandForThemselves(t *testing.T) {
	for text, want := range map[string][]string{
		"In 2019, 1.200 of 3,5.":       {"2019", "1.200", "3,5"},
		"8–17 jaar, 8-17, het 764-net": {"8", "17", "8", "17", "764"},
		"B2 en x.5 en a,3 en _4":       nil,
		"2..3 en 4,.5":                 {"2", "4"},
		"½ en ٣":                       {"½", "٣"},
		"(12)":                         {"12"},
		"":                             nil,
	} {
		var got []string
		for _, n := range Numerals(text) {
			got = append(got, n.Of(text))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
