package export

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"path"
	"testing"
	"testing/fstest"

	"comwijzer/tools/internal/site"
)

// dangerous are texts that a spreadsheet would run, as people can write them: the
// signs themselves, as entities, wide, after spaces, and where it splits a line.
var dangerous = []string{
	"=1+1", "+1", "-1", "@SUM(A1)", "&equals;1+1", "&#61;1+1", "&commat;SUM", "＝1+1", "＋1", "－1", "＠SUM", " =1+1", "&nbsp;=1", "\u00ad=1",
	"=HYPERLINK(\"https://example.net/\",\"x\")", "=cmd|'/C calc'!A0", "een,=1+1", "een,@SUM", "een;=1", "een;&equals;1", "\"=1\",=1", "een,&#x3d;1",
}

// No file that opens in a spreadsheet holds a cell that it would run, whatever it
// takes for the separator.
func TestNothingRunsInASpreadsheet(t *testing.T) {
	files, err := All(dangerousSite())
	if err != nil {
		t.Fatal(err)
	}
	looked := 0
	for name, text := range files {
		for _, separator := range map[string]string{".csv": ";,\t", ".txt": "\t"}[path.Ext(name)] {
			looked += len(cells(text, separator))
			for _, cell := range cells(text, separator) {
				if formula.MatchString(cell) {
					t.Errorf("%s, split at %q: %q", name, separator, cell)
				}
			}
		}
	}
	if looked < 1000 {
		t.Errorf("%d cells", looked)
	}
}

// cells reads a file as a spreadsheet does: it refuses nothing.
func cells(text []byte, separator rune) (all []string) {
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(text, []byte(csvMark))))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = separator, true, -1
	rows, _ := r.ReadAll()
	for _, row := range rows {
		all = append(all, row...)
	}
	return all
}

// dangerousSite has a term, a page and a source for each dangerous text.
func dangerousSite() *site.Site {
	files := fstest.MapFS{"config.toml": {Data: []byte("baseURL = \"https://example.org/\"\ndefaultContentLanguage = \"nl\"\n" +
		"[languages.nl]\n[params]\nglossary = \"begrippen\"\nsources = \"bronnen\"\n[params.licence]\nname = \"=1\"\n")}}
	write := func(name, text string) { files[name] = &fstest.MapFile{Data: []byte(text)} }
	for i, text := range dangerous {
		write(fmt.Sprintf("data/sources/s%d.yaml", i), fmt.Sprintf("title: %q\nlabel: %q\n", text, text))
		write(fmt.Sprintf("content/begrippen/t%d.nl.md", i), fmt.Sprintf(
			"---\ntitle: %q\ntype: term\nstatus: publish\nforms: [%q]\nabbreviation: %q\navoid: [{term: %q, reason: %q}]\n---\n%s en meer. [%s](cite:s%d)\n", text, text, text, text, text, text, text, i))
		write(fmt.Sprintf("content/weg/p%d.nl.md", i), fmt.Sprintf("---\ntitle: %q\ntype: explainer\n---\nTekst met [%s](term:t%d). [%s](cite:s%d)\n", text, text, i, text, i))
	}
	s, _ := site.Load(files)
	return s
}
