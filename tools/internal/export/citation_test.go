package export

import (
	"os"
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
			name := "static" + s.SourceURL(s.Languages[0], source.ID) + "cite." + f.End
			readBack(t, name, files[name], source.Title)
		}
	}
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
