package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/site"
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

// The catalogue has what DCAT-AP asks of each class.
func TestCatalog(t *testing.T) {
	asked := map[string][]string{
		"dcat:Catalog":      {"dct:title", "dct:description", "dct:publisher", "dct:license", "dcat:dataset"},
		"dcat:Dataset":      {"dct:title", "dct:description", "dct:publisher", "dct:license", "dct:modified", "dcat:distribution"},
		"dcat:Distribution": {"dcat:accessURL", "dcat:downloadURL", "dcat:mediaType", "dct:license"},
		"foaf:Agent":        {"foaf:name"},
	}
	count := map[string]int{}
	for _, r := range catalog(this(t)).resources {
		count[r.class]++
		for _, name := range asked[r.class] {
			if !slices.ContainsFunc(r.properties, func(p property) bool { return p.name == name && len(p.values) > 0 }) {
				t.Errorf("%s lacks %s", r.iri, name)
			}
		}
	}
	if count["dcat:Catalog"] != 1 || count["dcat:Dataset"] != len(datasets) || count["dcat:Distribution"] != 2*len(datasets) {
		t.Errorf("%v", count)
	}
}
