package export

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"comwijzer/tools/internal/site"
)

var update = flag.Bool("update", false, "rewrite the wanted files in testdata")

// Each export has testdata/<name>.txtar: a small site, and under want/ the
// file that it makes.
func TestExports(t *testing.T) {
	for _, e := range Exports() {
		base := filepath.Base(e.Path)
		name := filepath.Join("testdata", strings.TrimSuffix(base, filepath.Ext(base))+".txtar")
		t.Run(e.Path, func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatalf("every export has a fixture: %v", err)
			}
			got, err := e.Make(loadFixture(t, archive))
			if err != nil {
				t.Fatal(err)
			}
			want := &archive.Files[len(archive.Files)-1]
			if want.Name != "want/"+e.Path {
				t.Fatalf("the last file of %s is %q, not want/%s", name, want.Name, e.Path)
			}
			if *update {
				want.Data = got
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(want.Data), string(got)); diff != "" {
				t.Errorf("run with -update after reading the difference:\n%s", diff)
			}
			if !json.Valid(got) {
				t.Error("not JSON")
			}
		})
	}
}

func loadFixture(t *testing.T, archive *txtar.Archive) *site.Site {
	fsys := fstest.MapFS{}
	for _, f := range archive.Files {
		fsys[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	s, found := site.Load(fsys)
	for _, d := range found {
		t.Errorf("%s: %s", d.Position, d.Message)
	}
	return s
}

func TestInternalTermsStayOut(t *testing.T) {
	page := func(status string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("---\ntitle: " + status + "\ntype: begrip\nstatus: " + status + "\n---\nUitleg van geheim.\n")}
	}
	s, _ := site.Load(fstest.MapFS{
		"config.toml":               {Data: []byte("defaultContentLanguage = \"nl\"\n[languages.nl]\n")},
		"content/begrippen/a.nl.md": page("publish"),
		"content/begrippen/b.nl.md": page("internal"),
		"content/begrippen/c.nl.md": page("retired"),
		"content/begrippen/d.nl.md": page("caution"),
	})
	entries := Glossary(s, "nl")
	if len(entries) != 3 || entries["b"] != nil {
		t.Errorf("glossary has %v", entries)
	}
}
