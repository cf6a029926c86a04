package export

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"strings"
	"testing"

	"comwijzer/tools/internal/bib"
	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/site"
)

// Beside every page and source stands how to cite it, in files that are read back as
// what it is; beside terms that are not for spreading stands none.
func TestPagesAreCited(t *testing.T) {
	s, _ := site.Load(os.DirFS("../../.."))
	files, err := All(s)
	if err != nil {
		t.Fatal(err)
	}
	cited := 0
	for _, p := range s.Pages {
		caution := p.Entry != nil && p.Entry.Term.Status == glossary.Caution
		for _, f := range bib.Formats {
			name := "static" + s.URL(p) + "cite." + f.End
			src, found := files[name]
			if wanted := p.Checked != "" && p.Published() && !caution; found != wanted {
				t.Errorf("%s: there is one: %v, want %v", name, found, wanted)
			}
			if found {
				cited++
				readBack(t, name, src, p.Title)
			}
		}
	}
	if cited < 300 {
		t.Errorf("only %d files", cited)
	}
	for _, source := range s.Sources() {
		for _, f := range bib.Formats {
			name := "static" + s.RecordURL(s.Languages[0], "source", source.ID) + "cite." + f.End
			readBack(t, name, files[name], source.Title)
		}
	}
}

// The page of a figure is cited by who published the figure, then by itself, and that
// of a sign by itself, in every language; somebody else's reader finds both.
func TestRecordsAreCited(t *testing.T) {
	s, files := this(t), map[string][]byte{}
	figure, sign := s.Record("figure", "nl-actief-hcss"), s.Record("signal", "cadeaus")
	for _, lang := range s.Languages {
		for _, r := range []*site.Record{figure, sign} {
			if err := addCitation(files, recordItems(s, lang, r), s.RecordURL(lang, r.Kind, r.ID)); err != nil {
				t.Fatal(err)
			}
		}
		at := "static" + s.RecordURL(lang, "figure", figure.ID) + "cite."
		title := s.TitleOf(lang, "figure", figure.ID)
		for end, form := range map[string]string{"json": "@csl/list+object", "bib": "@biblatex/text", "ris": "@ris/file"} {
			read := citationJS(t, form, files[at+end])
			if len(read) != 2 || read[0] != s.Source(figure.Source).Title || read[1] != title {
				t.Errorf("%s%s: %q, want the source and %q", at, end, read, title)
			}
		}
		readBack(t, "sign", files["static"+s.RecordURL(lang, "signal", sign.ID)+"cite.bib"], s.TitleOf(lang, "signal", sign.ID))
		c := citingRecord(s, lang, figure)
		if c.Issued == "" || strings.Count(string(files[at+"ris"]), "DA  - ") != 2 {
			t.Errorf("%s: as of %q, %s", lang, c.Issued, files[at+"ris"])
		}
		if len(c.References) != len(s.Languages) || !strings.Contains(c.References[lang].Text, "HCSS") || !strings.Contains(c.References[lang].Text, figure.Locator.In(lang)) {
			t.Errorf("%s: %v", lang, c.References)
		}
	}
}

// citationJS returns the titles of works as citation-js reads them.
func citationJS(t *testing.T, form string, src []byte) (titles []string) {
	t.Helper()
	ask := []any{map[string]any{"form": form, "text": string(src)}}
	if form == "@csl/list+object" {
		ask = []any{map[string]any{"form": form, "text": json.RawMessage(src)}}
	}
	in, _ := json.Marshal(ask)
	cmd := exec.Command("node", "../bib/testdata/citation.cjs")
	cmd.Stdin = bytes.NewReader(in)
	out, err := cmd.Output()
	var read [][]struct{ Title string }
	if err == nil {
		err = json.Unmarshal(out, &read)
	}
	if err != nil {
		t.Fatalf("%v\nnpm ci installs citation-js", err)
	}
	for _, work := range read[0] {
		titles = append(titles, work.Title)
	}
	return titles
}

func readBack(t *testing.T, name string, src []byte, title string) {
	t.Helper()
	items, findings := bib.Read(name, src, nil)
	if len(items) != 1 || len(findings) > 0 || items[0].Texts["title"] != title {
		t.Errorf("%s: %d works, %v, %q", name, len(items), findings, title)
	}
}

// What Zotero takes from the page says which work it is.
func TestCOinS(t *testing.T) {
	s, _ := site.Load(os.DirFS("../../.."))
	for _, source := range s.Sources() {
		coins := source.Item().COinS()
		if !strings.HasPrefix(coins, "ctx_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3A") || !strings.Contains(coins, "title=") {
			t.Errorf("%s: %s", source.ID, coins)
		}
	}
}
