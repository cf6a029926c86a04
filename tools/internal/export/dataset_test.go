package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/plot"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

func this(t *testing.T) *site.Site {
	t.Helper()
	s, _ := site.Load(os.DirFS("../../.."))
	return s
}

// A file is what its description says: the columns of CSVW are those of the
// table, keys are unique, and JSON fits its schema.
func TestDatasetsAreAsDescribed(t *testing.T) {
	s := this(t)
	for _, d := range datasets {
		rows := cellsOf(t, d, s)
		var described struct {
			TableSchema struct {
				Columns    []struct{ Name, Datatype string }
				PrimaryKey []string
			}
		}
		decode(t, d.csvw, s, &described)
		var names []string
		for _, c := range described.TableSchema.Columns {
			names = append(names, c.Name)
		}
		if !slices.Equal(names, rows[0]) || len(rows) < 10 {
			t.Errorf("%s: columns %q, described %q, %d rows", d.name, rows[0], names, len(rows))
		}
		seen := map[string]bool{}
		for _, row := range rows[1:] {
			if key := row[0] + " " + row[1]; seen[key] {
				t.Errorf("%s: two rows %s", d.name, key)
			} else {
				seen[key] = true
			}
		}
		var shape, content any
		decode(t, d.schema, s, &shape)
		decode(t, d.json, s, &content)
		compiler := jsonschema.NewCompiler()
		if err := compiler.AddResource("data.json", shape); err != nil {
			t.Fatal(err)
		}
		if err := compiler.MustCompile("data.json").Validate(content); err != nil {
			t.Errorf("%s: %v", d.name, err)
		}
	}
}

// Somebody else's reader finds in the workbook what the tables hold: numbers as numbers, and texts that look like a
// number or a formula as they are.
func TestWorkbookIsReadBack(t *testing.T) {
	hard, err := workbook([]workSheet{{"hard", []field{{"value", "", "string"}, {"from", "", "decimal"}, {"about", "", "boolean"}},
		[][]string{{"1.700", "8.8", "true"}, {"=1+1 <&\x00", "", "false"}}}})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := fmt.Sprint(sheets(t, hard)["hard"]), "[[value from about] [1.700 8.8 true] [=1+1 <&\uFFFD <nil> false]]"; got != want {
		t.Errorf("read %s, want %s", got, want)
	}
	s := this(t)
	i := slices.IndexFunc(Exports(), func(e Export) bool { return e.Path == "static/data/data.xlsx" })
	src, err := Exports()[i].Make(s)
	if err != nil {
		t.Fatal(err)
	}
	book := sheets(t, src)
	for _, d := range datasets {
		if rows := cellsOf(t, d, s); len(book[d.name]) != len(rows) || len(book[d.name][1]) != len(rows[0]) {
			t.Errorf("%s: %d rows, want %d", d.name, len(book[d.name]), len(rows))
		}
	}
}

// sheets returns the cells of a workbook as openpyxl reads them.
func sheets(t *testing.T, book []byte) (cells map[string][][]any) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "book.xlsx")
	if err := os.WriteFile(file, book, 0o644); err != nil {
		t.Fatal(err)
	}
	read(t, "read-workbook.py", []string{file}, &cells)
	return cells
}

func cellsOf(t *testing.T, d *dataset, s *site.Site) [][]string {
	t.Helper()
	src, err := d.csv(s)
	if err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(src, []byte(csvMark))))
	r.Comma = csvSeparator
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(d.name, err)
	}
	return rows
}

func decode(t *testing.T, made func(*site.Site) ([]byte, error), s *site.Site, into any) {
	t.Helper()
	src, err := made(s)
	if err == nil {
		err = json.Unmarshal(src, into)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// Terms that need caution stay out of files, with what names them; and whom to
// call stands with what tells of a crisis.
func TestDatasetsAreSafe(t *testing.T) {
	s := this(t)
	left := 0
	if cells := newGuard(s, s.Languages[0]).hold(map[string]string{"value": "7", "reference": cautionWord(s)}, false); cells["value"] != "7" || cells["reference"] != "" {
		t.Errorf("a title that needs caution: %v", cells)
	}
	for _, d := range datasets {
		help := slices.IndexFunc(d.columns, func(c field) bool { return c.name == "help" })
		for _, row := range cellsOf(t, d, s)[1:] {
			told := " " + strings.ToLower(strings.Join(slices.Concat(row[2:help], row[help+1:]), ". ")) + " "
			for _, e := range s.Glossary(row[1]) {
				if e.Term.Status == glossary.Caution && !d.isHelp && strings.Contains(told, " "+strings.ToLower(e.Title)+" ") {
					t.Errorf("%s %s: %q", d.name, row[0], e.Title)
				}
			}
			if row[help] != "" {
				left++
			}
		}
	}
	if left == 0 {
		t.Error("no row has whom to call: the guard looks at nothing")
	}
}

// Nor do the tables of places name them.
func TestTablesOfPlacesAreSafe(t *testing.T) {
	s := this(t)
	for _, e := range Exports() {
		if !strings.HasPrefix(e.Path, "static/tables/") {
			continue
		}
		src, err := e.Make(s)
		if err != nil || bytes.Count(src, []byte("\n")) < 500 {
			t.Fatalf("%s: %v, %d bytes", e.Path, err, len(src))
		}
		for _, lang := range s.Languages {
			guard := newGuard(s, lang)
			for line := range strings.Lines(string(src)) {
				for cell := range strings.SplitSeq(line, string(csvSeparator)) {
					if strings.Contains(line, ";"+lang+";") && guard.caution.Has(cell) {
						t.Errorf("%s: %q in %s", e.Path, cell, line)
					}
				}
			}
		}
	}
}

// cautionWord returns the title of a term that needs caution.
func cautionWord(s *site.Site) string {
	for _, e := range s.Glossary(s.Languages[0]) {
		if e.Term.Status == glossary.Caution {
			return e.Title
		}
	}
	return ""
}

// A drawing that names a term that needs caution is no file, and one that tells of a crisis says whom to call.
func TestDrawingsAreSafe(t *testing.T) {
	g := guard{text.NewPhrases([]string{"geheimwoord"}), text.NewPhrases([]string{"zelfdoding"}), "Zelfmoordpreventie: 113"}
	for told, want := range map[string]drawing{"een geheimwoord": {Stays: true}, "pogingen tot zelfdoding": {SVG: g.help}, "leden": {}} {
		row := plot.Row{Value: "7", Counts: told, Link: "/"}
		d := g.draw("p", "", []plot.Panel{{Rows: []plot.Row{row}}}, nil)
		if d.Stays != want.Stays || strings.Contains(d.SVG, g.help) != (want.SVG != "") {
			t.Errorf("%s: %+v", told, d)
		}
	}
}

// The catalogue conforms to what DCAT-AP asks; each way of breaking it is found.
func TestCatalog(t *testing.T) {
	s := this(t)
	count := map[string]int{}
	for _, r := range catalog(s).resources {
		count[r.class]++
	}
	if count["dcat:Catalog"] != 1 || count["dcat:Dataset"] != len(datasets) || count["dcat:Distribution"] != len(setFiles)*len(datasets) {
		t.Errorf("%v", count)
	}
	graphs := map[string]*graph{"": catalog(s)}
	for name, values := range map[string][]value{
		"dct:title": nil, "dct:license": nil, "dcat:distribution": nil, "dcat:accessURL": nil, "foaf:name": nil,
		"dct:description": {literal(" ", "en"), literal("twice", "en")}, "dct:modified": {literal("last week", "")},
		"dcat:downloadURL": {literal("figures.csv", "")}, "dcat:mediaType": {iri("https://example.org/csv")},
		"dct:publisher": {iri("https://example.org/nobody")}, "dcat:dataset": {iri("https://example.org/none")},
	} {
		graphs[name] = catalog(s)
		for _, r := range graphs[name].resources {
			i := slices.IndexFunc(r.properties, func(p property) bool { return p.name == name })
			switch {
			case i < 0:
			case values == nil:
				r.properties = slices.Delete(r.properties, i, i+1)
			default:
				r.properties[i].values = values
			}
		}
	}
	for name, faults := range shacl(t, graphs) {
		if (name == "") != (len(faults) == 0) {
			t.Errorf("%q: %q", name, faults)
		}
	}
}

// shacl returns what in each graph does not conform to the shapes of DCAT.
func shacl(t *testing.T, graphs map[string]*graph) (faults map[string][]string) {
	t.Helper()
	texts := map[string]string{}
	for name, g := range graphs {
		texts[name] = string(g.turtle())
	}
	in, _ := json.Marshal(texts)
	cmd := exec.Command("node", "testdata/shacl.mjs", "testdata/dcat.ttl")
	var complaint bytes.Buffer
	cmd.Stdin, cmd.Stderr = bytes.NewReader(in), &complaint
	out, err := cmd.Output()
	if err == nil {
		err = json.Unmarshal(out, &faults)
	}
	if err != nil || len(faults) != len(graphs) {
		t.Fatalf("%v: %s\nnpm ci installs rdf-validate-shacl", err, complaint.String())
	}
	return faults
}
