package check

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

const (
	citing = "---\ntitle: A\ntype: uitleg\n---\nEen bewering over [een weg](weg.md#eind), met een [woord](term:woord). [hfst. 1](cite:boek)\n"
	record = "type: book\ntitle: Een boek\nlabel: Boek (2020)\nread_as:\n  nl: helemaal\n  en: all of it\n"
)

func whole() map[string]string {
	return map[string]string{
		"content/a.nl.md": citing, "content/a.en.md": citing, "data/sources/boek.yaml": record,
		"content/weg.nl.md": "---\ntitle: Weg\ntype: uitleg\n---\n## Eind\n", "content/weg.en.md": "---\ntitle: Way\ntype: uitleg\n---\n## Eind\n",
		"content/begrippen/woord.nl.md": "---\ntitle: woord\ntype: begrip\n---\nIets.\n", "content/begrippen/woord.en.md": "---\ntitle: word\ntype: begrip\n---\nIets.\n",
	}
}

func findingsOf(files map[string]string) []diag.Diagnostic {
	fsys := fstest.MapFS{site.ConfigFile: {Data: []byte(defaultConfig)}}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	s, found := site.Load(fsys)
	return diag.Sort(append(found, Source(s, today)...))
}

// A file that cannot be read is one finding, the first, and what follows from
// it is silent.
func TestCauseBeforeConsequence(t *testing.T) {
	before := findingsOf(whole())
	for file, broken := range map[string]func(string) string{
		"data/sources/boek.yaml":        func(s string) string { return "\uFEFF" + s },
		"content/weg.nl.md":             func(s string) string { return "\uFEFF" + s },
		"content/weg.en.md":             func(string) string { return "" },
		"content/a.nl.md":               func(s string) string { return strings.Replace(s, "---\nEen", "Een", 1) },
		"content/begrippen/woord.en.md": func(s string) string { return strings.Replace(s, "title: word", "title: een: twee: drie", 1) },
	} {
		files := whole()
		files[file] = broken(files[file])
		found := findingsOf(files)
		if len(found) == 0 || found[0].File != file || !found[0].Cause {
			t.Errorf("%s: the cause does not come first: %v", file, found)
			continue
		}
		for _, d := range found[1:] {
			if !slices.Contains(before, d) {
				t.Errorf("%s broken: consequence %s: %s (%s)", file, d.Position, d.Message, d.Rule)
			}
		}
	}
}

func TestATabIsCalledOne(t *testing.T) {
	files := whole()
	files["data/sources/boek.yaml"] = strings.ReplaceAll(record, "  ", "\t")
	found := findingsOf(files)
	if d := found[0]; d.Position.String() != "data/sources/boek.yaml:5:1" || !strings.Contains(d.Message, "tab") || !strings.Contains(d.Hint, "spaces") {
		t.Errorf("%s: %s | %s", d.Position, d.Message, d.Hint)
	}
}

// An id that very many places use is one mistake.
func TestAMistypedIDOfManyIsOneFinding(t *testing.T) {
	files := whole()
	files["data/sources/boek-2.yaml"] = record
	delete(files, "data/sources/boek.yaml")
	files["content/a.nl.md"] += strings.Repeat("\nNog een bewering. [hfst. 1](cite:boek)\n", 20)
	var found []diag.Diagnostic
	for _, d := range findingsOf(files) {
		if d.Rule == "reference-unknown" {
			found = append(found, d)
		}
	}
	if len(found) != 1 || !strings.Contains(found[0].Message, "in 21 other places") || !strings.Contains(found[0].Hint, `name the record "boek" again, or write "boek-2" in all of them: wijzer mv source:boek boek-2`) {
		t.Errorf("%v", found)
	}
}

// Of a site whose config.toml names no languages nothing else is said.
func TestNoLanguagesIsTheOnlyFinding(t *testing.T) {
	for _, config := range []string{"baseURL = \"https://example.org/\"\n[languages]\n", "x = [\n"} {
		s, found := site.Load(fstest.MapFS{
			"config.toml":   {Data: []byte(config)},
			"i18n/xx.toml":  {Data: []byte("a = \"b\"\n")},
			"content/a.txt": {Data: []byte("a")},
		})
		for _, d := range append(found, Source(s, time.Now())...) {
			if d.Rule != "config-invalid" {
				t.Errorf("%q: %s: %s (%s)", config, d.Position, d.Message, d.Rule)
			}
		}
		if len(found) == 0 {
			t.Errorf("%q: no finding", config)
		}
	}
}
