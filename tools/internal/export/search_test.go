package export

import (
	"encoding/json"
	"testing"
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
