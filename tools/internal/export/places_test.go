package export

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"comwijzer/tools/internal/site"
)

// A page about a source stays as long as it is when the site grows: it counts
// all pages that cite the source, shows the first, and the table has them all.
func TestListsOfPlacesAreBounded(t *testing.T) {
	fsys := fstest.MapFS{
		"config.toml":            {Data: []byte("baseURL = \"https://example.org/\"\ndefaultContentLanguage = \"nl\"\n[languages.nl]\n")},
		"data/sources/alfa.yaml": {Data: []byte("title: Alfa\n")},
	}
	const pages = shownPlaces + 7
	for i := range pages {
		fsys[fmt.Sprintf("content/p%d.nl.md", i)] = &fstest.MapFile{Data: []byte("---\ntitle: P\ntype: explainer\n---\nTekst. [1](cite:alfa)\n")}
	}
	s, _ := site.Load(fsys)
	cited := citations(s, "nl")["alfa"].Pages
	cited.cut()
	if cited.Total != pages || len(cited.Pages) != shownPlaces {
		t.Errorf("%d pages, of which %d are shown", cited.Total, len(cited.Pages))
	}
	for _, e := range Exports() {
		if e.Path == "static/tables/cited.csv" {
			table, err := e.Make(s)
			if rows := strings.Count(string(table), "alfa;nl;"); err != nil || rows != pages {
				t.Errorf("the table has %d rows: %v", rows, err)
			}
		}
	}
}
