package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"comwijzer/tools/internal/site"
)

// Here every download is read back by a program that we did not write: first
// a small site that is as difficult as we could make it, then this one.

func eachSite(t *testing.T, check func(t *testing.T, s *site.Site)) {
	t.Run("fixture", func(t *testing.T) { check(t, loadFixture(t, downloadsFixture)) })
	t.Run("repository", func(t *testing.T) {
		s, _ := site.Load(os.DirFS("../../.."))
		check(t, s)
	})
}

// written makes exports and gives their files, in the order of paths.
func written(t *testing.T, s *site.Site, paths ...string) []string {
	t.Helper()
	dir := t.TempDir()
	var files []string
	for _, path := range paths {
		i := slices.IndexFunc(Exports(), func(e Export) bool { return e.Path == "static/downloads/"+path })
		data, err := Exports()[i].Make(s)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, filepath.Join(dir, path))
		if err := os.WriteFile(files[len(files)-1], data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// systemPython is the one that apt installs readers for; another may come
// first on the PATH.
const systemPython = "/usr/bin/python3"

// read runs a script in testdata and decodes what it tells.
func read(t *testing.T, script string, files []string, into any) {
	t.Helper()
	out := run(t, systemPython, append([]string{filepath.Join("testdata", script)}, files...)...)
	if err := json.Unmarshal(out, into); err != nil {
		t.Fatal(err)
	}
}

func run(t *testing.T, program string, args ...string) []byte {
	t.Helper()
	var out, complaint bytes.Buffer
	cmd := exec.Command(program, args...)
	cmd.Stdout, cmd.Stderr = &out, &complaint
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s %v: %v\n%s\nwhat tests need comes with: wijzer doctor --install", program, args, err, complaint.String())
	}
	if text := complaint.String(); strings.Contains(strings.ToLower(text), "warning") {
		t.Errorf("%s complains: %s", program, text)
	}
	return out.Bytes()
}

// entriesOf gives the glossary in all languages: "nl/zin".
func entriesOf(s *site.Site) map[string]*Entry {
	out := map[string]*Entry{}
	for _, lang := range s.Languages {
		for id, e := range Glossary(s, lang) {
			out[lang+"/"+id] = e
		}
	}
	return out
}

func TestReadSKOS(t *testing.T) {
	eachSite(t, func(t *testing.T, s *site.Site) {
		var got struct {
			Triples, Deprecated       int
			Faults, Licence, Modified []string
			Concepts                  map[string]struct{ Term, Definition, Help map[string]string }
		}
		files := written(t, s, "glossary.skos.ttl", "glossary.skos.jsonld")
		read(t, "read-skos.py", files, &got)
		for _, fault := range got.Faults {
			t.Error(fault)
		}
		if n := len(concepts(s)); len(got.Concepts) != n {
			t.Errorf("rdflib sees %d concepts, want %d", len(got.Concepts), n)
		}
		retired := 0
		for _, c := range concepts(s) {
			for _, lang := range c.Languages {
				e, seen := c.In[lang], got.Concepts[c.ID]
				want := []string{e.Term, e.Definition, helpFor(s, lang, e)}
				if diff := cmp.Diff(want, []string{seen.Term[lang], seen.Definition[lang], seen.Help[lang]}); diff != "" {
					t.Errorf("%s in %s: %s", c.ID, lang, diff)
				}
			}
			if c.lead().Status == "retired" {
				retired++
			}
		}
		if got.Deprecated != retired {
			t.Errorf("%d deprecated, want %d", got.Deprecated, retired)
		}
		if diff := cmp.Diff([]string{s.Config.Params.Licence.URL, modified(s)}, append(got.Licence, got.Modified...)); diff != "" {
			t.Error(diff)
		}
		triples := bytes.Count(run(t, "rapper", "-q", "-i", "turtle", "-o", "ntriples", files[0]), []byte("\n"))
		if triples != got.Triples {
			t.Errorf("rapper sees %d triples, rdflib %d", triples, got.Triples)
		}
		t.Logf("%d concepts, %d triples", len(got.Concepts), got.Triples)
	})
}

func TestReadSchemaOrg(t *testing.T) {
	eachSite(t, func(t *testing.T, s *site.Site) {
		var got struct {
			Context string
			Sets    [][]string
			Stray   []string
			Terms   map[string][]string
		}
		read(t, "read-schema-org.py", written(t, s, "glossary.jsonld"), &got)
		if got.Context != "https://schema.org" || len(got.Sets) != len(s.Languages) || len(got.Stray) > 0 {
			t.Errorf("%+v", got)
		}
		want := map[string][]string{}
		for name, e := range entriesOf(s) {
			lang, _, _ := strings.Cut(name, "/")
			want[name] = []string{e.Term, strings.TrimSpace(e.Definition + " " + helpFor(s, lang, e))}
		}
		if diff := cmp.Diff(want, got.Terms); diff != "" {
			t.Error(diff)
		}
	})
}

func TestReadTBX(t *testing.T) {
	statuses := []string{"preferredTerm-admn-sts", "admittedTerm-admn-sts", "deprecatedTerm-admn-sts", "supersededTerm-admn-sts"}
	partsOfSpeech := []string{"", "noun", "verb", "adjective", "adverb", "other"}
	eachSite(t, func(t *testing.T, s *site.Site) {
		var got struct {
			Header, Dangling []string
			Concepts         map[string]struct {
				Terms              map[string]string
				Definitions, Notes string
				Words              [][]string // word, status, part of speech
			}
		}
		read(t, "read-tbx.py", written(t, s, "glossary.tbx"), &got)
		if len(got.Dangling) > 0 || !slices.Contains(got.Header, modified(s)) || !strings.Contains(got.Header[0], s.Config.Params.Licence.URL) {
			t.Errorf("header %q, dangling %q", got.Header, got.Dangling)
		}
		if n := len(concepts(s)); len(got.Concepts) != n {
			t.Errorf("the toolkit sees %d concepts, want %d", len(got.Concepts), n)
		}
		for _, c := range concepts(s) {
			seen := got.Concepts[tbxID(c.ID)]
			for _, lang := range c.Languages {
				e := c.In[lang]
				if seen.Terms[lang] != e.Term || !strings.Contains(seen.Definitions, e.Definition) || !strings.Contains(seen.Notes, helpFor(s, lang, e)) {
					t.Errorf("%s in %s is read as %+v", c.ID, lang, seen)
				}
				for _, a := range e.Avoid {
					if !slices.ContainsFunc(seen.Words, func(w []string) bool { return w[0] == a.Term && w[1] == statuses[2] }) {
						t.Errorf("%s: %q is not marked as deprecated", c.ID, a.Term)
					}
				}
			}
			for _, w := range seen.Words {
				if !slices.Contains(statuses, w[1]) || !slices.Contains(partsOfSpeech, w[2]) || (c.lead().Status == "retired") != (w[1] == statuses[3]) {
					t.Errorf("%s: %q", c.ID, w)
				}
			}
		}
	})
}

func TestReadCSV(t *testing.T) {
	eachSite(t, func(t *testing.T, s *site.Site) {
		file := written(t, s, "glossary.csv")
		var rows []map[string]string
		read(t, "read-csv.py", file, &rows)
		entries := entriesOf(s)
		if len(rows) != len(entries) {
			t.Errorf("python sees %d rows, want %d", len(rows), len(entries))
		}
		for _, row := range rows {
			e := entries[row["language"]+"/"+row["id"]]
			want := []string{harmless(e.Term), harmless(e.Definition), harmless(helpFor(s, row["language"], e)), e.Status, s.Config.Params.Licence.Name}
			if diff := cmp.Diff(want, []string{row["term"], row["definition"], row["help"], row["status"], row["licence"]}); diff != "" {
				t.Errorf("%s: %s", e.ID, diff)
			}
			for name, cell := range row {
				if cell != "" && strings.Contains("=+-@\t\r", cell[:1]) {
					t.Errorf("%s: a spreadsheet would run %s %q", e.ID, name, cell)
				}
			}
		}
		data, err := os.ReadFile(file[0])
		if err != nil {
			t.Fatal(err)
		}
		if bare := bytes.Count(data, []byte("\n")) - bytes.Count(data, []byte("\r\n")); !bytes.HasPrefix(data, []byte("\xEF\xBB\xBF")) || bare > 0 {
			t.Errorf("no mark, or %d lines without CRLF", bare)
		}
	})
}

func TestReadJSON(t *testing.T) {
	eachSite(t, func(t *testing.T, s *site.Site) {
		files := written(t, s, "glossary.json", "glossary.schema.json")
		compiler := jsonschema.NewCompiler()
		compiler.AssertFormat()
		schema, err := compiler.Compile(files[1])
		if err != nil {
			t.Fatal(err)
		}
		f, err := os.Open(files[0])
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		value, err := jsonschema.UnmarshalJSON(f)
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(value); err != nil {
			t.Error(err)
		}
		if n := len(value.(map[string]any)["terms"].([]any)); n != len(concepts(s)) {
			t.Errorf("%d terms, want %d", n, len(concepts(s)))
		}
	})
}

// The schema describes every key: one that it does not know is a change of the
// public shape that nobody decided on.
func TestSchemaKnowsEveryKey(t *testing.T) {
	data := bytes.ReplaceAll(publicSchema, []byte(`"type": "object",`), []byte(`"type": "object", "unevaluatedProperties": false,`))
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("strict.json", value); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("strict.json")
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(written(t, loadFixture(t, downloadsFixture), "glossary.json")[0])
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	got, err := jsonschema.UnmarshalJSON(f)
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(got); err != nil {
		t.Error(err)
	}
}

// learnable counts the entries that become notes.
func learnable(s *site.Site) int {
	n := 0
	for name, e := range entriesOf(s) {
		lang, _, _ := strings.Cut(name, "/")
		if e.Status == "publish" && !needsHelp(s, lang, e) {
			n++
		}
	}
	return n
}

func TestReadAnkiPackage(t *testing.T) {
	eachSite(t, func(t *testing.T, s *site.Site) {
		var got struct {
			Files                   []string
			Dates                   [][]int
			Media                   map[string]any
			Version, Cards, Orphans int
			Created                 int64
			Integrity               string
			Models                  map[string][]any
			Decks                   map[string]string
			Options                 []string
			Notes                   [][]any
			CardsPerNote            [][]int `json:"cards_per_note"`
			UnknownDecks            []int64 `json:"unknown_decks"`
			IDs                     []int64
		}
		read(t, "read-anki.py", written(t, s, "glossary.apkg"), &got)
		date := day(modified(s))
		if got.Version != 11 || got.Integrity != "ok" || got.Created != date.Unix() || !slices.Equal(got.Files, []string{"collection.anki2", "media"}) ||
			!slices.Equal(got.Dates[0], []int{date.Year(), int(date.Month()), date.Day()}) || len(got.Media) > 0 {
			t.Errorf("%+v", got)
		}
		if n := learnable(s); len(got.Notes) != n || got.Cards != 2*n || got.Orphans > 0 || len(got.UnknownDecks) > 0 || got.CardsPerNote[0][0] != 2 {
			t.Errorf("%d notes, want %d; %d cards, %d orphans, unknown decks %v", len(got.Notes), n, got.Cards, got.Orphans, got.UnknownDecks)
		}
		if got.IDs[0] < 1<<40 || got.IDs[1] >= date.UnixMilli() {
			t.Errorf("ids from %d to %d are no time in the past", got.IDs[0], got.IDs[1])
		}
		entries := entriesOf(s)
		for _, note := range got.Notes {
			name := strings.Replace(strings.TrimPrefix(note[0].(string), base(s)+"/"), "#", "/", 1)
			fields, e := note[1].([]any), entries[name]
			if e == nil || html.UnescapeString(fields[0].(string)) != e.Term || html.UnescapeString(fields[1].(string)) != e.Definition || note[2] != e.Domain {
				t.Errorf("%s is read as %v", name, note)
			}
		}
		for name, model := range got.Models {
			fields := regexp.MustCompile(`{{(\w+)}}`).FindAllString(strings.Join([]string{model[1].([]any)[0].(string), model[1].([]any)[1].(string)}, ""), -1)
			if !slices.Equal(fields, []string{"{{Term}}", "{{Definition}}"}) || !strings.Contains(got.Decks[name], modified(s)) {
				t.Errorf("model %s asks %v; its deck says %q", name, fields, got.Decks[name])
			}
		}
		if len(got.Models) != len(s.Languages) || len(got.Decks) != len(s.Languages)+1 {
			t.Errorf("%d models, %d decks", len(got.Models), len(got.Decks))
		}
		t.Logf("%d notes, %d cards", len(got.Notes), got.Cards)
	})
}

// Anki reads this as CSV with tabs, after the lines that start with #.
func TestReadAnkiText(t *testing.T) {
	eachSite(t, func(t *testing.T, s *site.Site) {
		data, err := os.ReadFile(written(t, s, "glossary.anki.txt")[0])
		if err != nil {
			t.Fatal(err)
		}
		header := map[string]string{}
		for line := range strings.Lines(string(data)) {
			if key, value, ok := strings.Cut(strings.TrimSpace(strings.TrimPrefix(line, "#")), ":"); ok && line[0] == '#' {
				header[key] = value
			}
		}
		r := csv.NewReader(bytes.NewReader(data))
		r.Comma, r.Comment = '\t', '#'
		rows, err := r.ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if len(rows) != learnable(s) || strconv.Itoa(len(rows[0])) != header["tags column"] || len(strings.Split(header["columns"], "\t")) != len(rows[0]) {
			t.Errorf("%d rows of %d, want %d; header %q", len(rows), len(rows[0]), learnable(s), header)
		}
	})
}
