package check

import (
	"bytes"
	"compress/gzip"
	"testing"
	"testing/fstest"

	"comwijzer/tools/internal/built"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

// fragment packs one entry of the search index as Pagefind does.
func fragment(text string) *fstest.MapFile {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write([]byte("pagefind_dcd" + text))
	w.Close()
	return &fstest.MapFile{Data: b.Bytes()}
}

// Results of a search show the help line by the words that the search page
// knows: each word that a fragment holds must be one of them.
func TestSearchResultsHaveTheHelpLine(t *testing.T) {
	for words, want := range map[string]int{"zelfdoding|self-harm": 0, "zelfdoding": 1, "": 2} {
		b, err := built.Read(fstest.MapFS{
			"zoeken/index.html":                      {Data: []byte(`<html lang="nl"><main data-help-words="` + words + `">`)},
			"pagefind-nl/fragment/nl_1.pf_fragment":  fragment(`{"url":"/a/","content":"Over Zelfdoding."}`),
			"pagefind-en/fragment/en_1.pf_fragment":  fragment(`{"url":"/en/a/","content":"About self-harm."}`),
			"pagefind-nl/fragment/nl_2.pf_fragment":  fragment(`{"url":"/b/","content":"Over iets anders."}`),
			"pagefind-nl/fragment/nl_3.pf_fragment":  fragment(`no JSON`),
			"pagefind-nl/pagefind-entry.json":        {Data: []byte("{}")},
			"pagefind-nl/fragment/en_wrong/file.txt": {Data: []byte("self-harm")},
		})
		if err != nil {
			t.Fatal(err)
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
		var found []diag.Diagnostic
		rule := registry["built-help-line"]
		rule.Built(&BuiltPass{b, s, reporter{rule: rule, found: &found}})
		if len(found) != want {
			t.Errorf("search page with words %q: %d findings, want %d: %v", words, len(found), want, found)
		}
	}
}
