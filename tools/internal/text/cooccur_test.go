package text

import (
	"strings"
	"testing"
)

func TestCooccurrence(t *testing.T) {
	c := &Cooccurrence{
		Lists:  []*Phrases{NewPhrases([]string{"fiets", "auto’s"}), NewPhrases([]string{"botst", "remt"})},
		Unless: NewPhrases([]string{"niet"}),
	}
	for text, want := range map[string]string{
		"De fiets botst.":                              "fiets botst",
		"Een fiets. Ze botst.":                         "", // in two sentences
		"Stil. Daar remt een fiets en botst een ander": "fiets remt",
		"De fiets botst niet. De auto’s remt. Fiets!":  "auto’s remt",
		"Ze botst.": "",
		"":          "",
	} {
		var found []string
		for words := range c.Find(text, func(int) bool { return false }) {
			for _, m := range words {
				found = append(found, m.Of(text))
			}
		}
		if got := strings.Join(found, " "); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestCooccurrenceSkipsPlacesAndStops(t *testing.T) {
	c := &Cooccurrence{Lists: []*Phrases{NewPhrases([]string{"fiets"}), NewPhrases([]string{"botst"})}, Unless: NewPhrases(nil)}
	text := "De fiets, een fiets botst. De fiets botst."
	var at []int
	for words := range c.Find(text, func(at int) bool { return at < 5 }) {
		at = append(at, words[0].From)
		break
	}
	if len(at) != 1 || text[at[0]:at[0]+len("fiets botst")] != "fiets botst" {
		t.Errorf("found at %v", at)
	}
}
