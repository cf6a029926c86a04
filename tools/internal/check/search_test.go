package check

import (
	"testing"
	"testing/fstest"

	"comwijzer/tools/internal/site"
)

// Results of a search show the help line by the words that the search page
// knows: each word that a text holds must be one of them.
func TestSearchResultsHaveTheHelpLine(t *testing.T) {
	for words, want := range map[string]int{"zelfdoding|self-harm": 0, "zelfdoding": 1, "": 2} {
		output := fstest.MapFS{
			"zoeken/index.html":       {Data: []byte(`<html lang="nl"><main data-help-words="` + words + `">`)},
			"search-nl/text/1.json":   {Data: []byte(`[{"text":"Over Zelfdoding."},{"text":"Nog iets."}]`)},
			"search-en/text/1.json":   {Data: []byte(`[{"text":"About self-harm."}]`)},
			"search-nl/text/2.json":   {Data: []byte(`[{"text":"Over iets anders."}]`)},
			"search-nl/text/3.json":   {Data: []byte(`no JSON`)},
			"search-nl/index.json":    {Data: []byte(`{"pages":[]}`)},
			"search-nl/self-harm.txt": {Data: []byte("self-harm")},
		}
		s, faults := site.Load(fstest.MapFS{
			site.ConfigFile:        {Data: []byte(defaultConfig)},
			"data/lexicon/nl.yaml": {Data: []byte("crisis: [zelfdoding]\n")},
			"data/lexicon/en.yaml": {Data: []byte("crisis: [self-harm]\n")},
			"data/contacts/a.yaml": {Data: []byte("name: A\nphone: \"112\"\nstrip: true\n")},
		})
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		found := rendered(t, registry["built-help-line"], output, s)
		if len(found) != want {
			t.Errorf("search page with words %q: %d findings, want %d: %v", words, len(found), want, found)
		}
	}
}
