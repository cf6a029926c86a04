package export

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"comwijzer/tools/internal/site"
)

var update = flag.Bool("update", false, "rewrite the wanted files in testdata")

const downloadsFixture = "testdata/downloads.txtar"

// fixtureOf names the small site that an export is made from, with the wanted
// file under want/. Downloads share one: they tell the same in other formats.
func fixtureOf(path string) string {
	if strings.Contains(path, "downloads") {
		return downloadsFixture
	}
	if strings.HasPrefix(path, "static/data/") {
		return "testdata/data.txtar"
	}
	base := filepath.Base(path)
	return filepath.Join("testdata", strings.TrimSuffix(base, filepath.Ext(base))+".txtar")
}

func TestExports(t *testing.T) {
	for _, e := range Exports() {
		if e.Path == "static/"+schemaPath || e.Make == nil {
			continue // a file of ours as it is; files beside pages have a test of their own
		}
		if filepath.Ext(e.Path) == ".xlsx" {
			continue // no text: TestWorkbookIsReadBack
		}
		t.Run(e.Path, func(t *testing.T) {
			got, err := e.Make(loadFixture(t, fixtureOf(e.Path)))
			if err != nil {
				t.Fatal(err)
			}
			compare(t, e.Path, got)
		})
	}
}

// What no export makes any more is not wanted either, and readers are told of no other formats.
func TestNothingIsLeftOfExportsThatWent(t *testing.T) {
	made, formats := map[string]bool{}, map[string]bool{}
	for _, e := range Exports() {
		made["want/"+e.Path], formats[e.Format] = e.Make != nil, true
	}
	fixtures, _ := filepath.Glob("testdata/*.txtar")
	for _, fixture := range fixtures {
		archive, err := txtar.ParseFile(fixture)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			if wanted := strings.HasPrefix(f.Name, "want/data/") || strings.HasPrefix(f.Name, "want/static/"); wanted && !made[f.Name] {
				t.Errorf("%s: no export makes %s", fixture, f.Name)
			}
		}
	}
	for _, name := range []string{"i18n/nl.toml", "i18n/en.toml", "i18n/de.toml", "layouts/_partials/terms/downloads.html"} {
		src, err := os.ReadFile(filepath.Join("../../..", name))
		if err != nil {
			t.Fatal(err)
		}
		for _, format := range regexp.MustCompile(`\bdownload_\w+`).FindAllString(string(src), -1) {
			if !formats[format] {
				t.Errorf("%s: no export has the format %s", name, format)
			}
		}
	}
}

// compare holds what was made against what is wanted.
func compare(t *testing.T, path string, got []byte) {
	t.Helper()
	archive, err := txtar.ParseFile(fixtureOf(path))
	if err != nil {
		t.Fatalf("every export has a fixture: %v", err)
	}
	i := slices.IndexFunc(archive.Files, func(f txtar.File) bool { return f.Name == "want/"+path })
	if i < 0 {
		i = len(archive.Files)
		archive.Files = append(archive.Files, txtar.File{Name: "want/" + path})
	}
	if *update {
		archive.Files[i].Data = got
		if err := os.WriteFile(fixtureOf(path), txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(string(archive.Files[i].Data), string(got)); diff != "" {
		t.Errorf("run with -update after reading the difference:\n%s", diff)
	}
	if strings.HasPrefix(filepath.Ext(path), ".json") && !json.Valid(got) {
		t.Error("not JSON")
	}
}

func loadFixture(t *testing.T, name string) *site.Site {
	t.Helper()
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatalf("every export has a fixture: %v", err)
	}
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
		return &fstest.MapFile{Data: []byte("---\ntitle: " + status + "\ntype: term\nstatus: " + status + "\n---\nUitleg van geheim.\n")}
	}
	s, _ := site.Load(fstest.MapFS{
		"config.toml":               {Data: []byte("defaultContentLanguage = \"nl\"\n[languages.nl]\n")},
		"content/begrippen/a.nl.md": page("publish"),
		"content/begrippen/b.nl.md": page("internal"),
		"content/begrippen/c.nl.md": page("retired"),
		"content/begrippen/d.nl.md": page("caution"),
	})
	entries := forHugo(s, "nl")
	if len(entries) != 3 || entries["b"] != nil {
		t.Errorf("glossary has %v", entries)
	}
}

func TestDownloadsAreListed(t *testing.T) {
	files, err := All(loadFixture(t, downloadsFixture))
	if err != nil {
		t.Fatal(err)
	}
	for path, data := range files {
		offered := strings.HasPrefix(path, "static/downloads/")
		if listed := bytes.Contains(files["data/downloads.json"], []byte(`"`+strings.TrimPrefix(path, "static/")+`"`)); listed != offered {
			t.Errorf("%s: listed %v, offered %v", path, listed, offered)
		}
		if offered && (bytes.Contains(data, []byte("geheim")) || bytes.Contains(data, []byte("2027"))) {
			t.Errorf("%s tells of an internal term", path)
		}
	}
}

// The same content gives the same bytes, whatever the day and the order of maps.
func TestExportsAreReproducible(t *testing.T) {
	first, err := All(loadFixture(t, downloadsFixture))
	if err != nil {
		t.Fatal(err)
	}
	second, err := All(loadFixture(t, downloadsFixture))
	if err != nil {
		t.Fatal(err)
	}
	for path := range first {
		if !bytes.Equal(first[path], second[path]) {
			t.Errorf("%s differs from one time to the next", path)
		}
	}
}

// Every download of the glossary holds a definition as the page shows it,
// however it is typed.
func TestDefinitionsAreAsReadersSeeThem(t *testing.T) {
	for typed, want := range map[string]string{
		`Een ding in een caf&eacute; met een \*ster\*.`:                    "Een ding in een café met een *ster*.",
		"Een **vet** ding, `niet\\*zo`, van 12&#8211;14 uur.":              `Een vet ding, niet\*zo, van 12–14 uur.`,
		"Een fiets&shy;pad met een cafe\u0301 en [een woord](term:woord).": "Een fietspad met een café en een woord.",
		"Een ding\nop twee regels, [hfst. 1](cite:boek) met bron.":         "Een ding op twee regels, met bron.",
		`Een \[haak\], ½ &frac12; en ① t/m ⑨.`:                             "Een [haak], ½ ½ en ① t/m ⑨.",
	} {
		page := []byte("---\ntitle: zin\ntype: term\nstatus: publish\n---\n" + typed + "\n")
		s, _ := site.Load(fstest.MapFS{
			"config.toml":                 {Data: []byte("baseURL = \"https://example.org/\"\ndefaultContentLanguage = \"nl\"\n[languages.nl]\n[params]\nglossary = \"begrippen\"\n")},
			"content/begrippen/zin.nl.md": {Data: page},
		})
		for _, e := range Exports() {
			if !strings.HasPrefix(e.Path, "static/downloads/glossary.") || e.Path == "static/"+schemaPath {
				continue
			}
			got, err := e.Make(s)
			text := strings.ReplaceAll(string(got), `\\`, `\`) // as JSON and Turtle escape it
			if err != nil || !strings.Contains(text, want) {
				t.Errorf("%s: %q is not %q: %v\n%s", e.Path, typed, want, err, got)
			}
		}
	}
}
