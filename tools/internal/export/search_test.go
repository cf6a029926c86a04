package export

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLexicons(t *testing.T) {
	all, err := Lexicons(loadFixture(t, fixtureOf("search.json")))
	if err != nil {
		t.Fatal(err)
	}
	shown := map[string]json.RawMessage{}
	for lang, text := range all {
		shown[lang] = text
	}
	got, err := json.MarshalIndent(shown, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	compare(t, "search.json", append(got, '\n'))
}

func TestBare(t *testing.T) {
	got := bare(map[string][]string{"pomp": {"waar is de Pomp", "pomp waar is", "is de"}}, map[string]bool{"waar": true, "is": true, "de": true})
	if diff := cmp.Diff(map[string][]string{"pomp": {"pomp"}}, got); diff != "" {
		t.Error(diff)
	}
}
