package intake_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"comwijzer/tools/internal/bib"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/intake"
	"comwijzer/tools/internal/schema"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/yaml"
)

const mini = "../../wijzer/testdata/mini"

// Works become records that the schema has nothing against but what only an editor
// knows, and come back from them as they were.
func TestRecordsKeepAllOfAWork(t *testing.T) {
	src, err := os.ReadFile("../bib/testdata/works.json")
	if err != nil {
		t.Fatal(err)
	}
	items, _ := bib.Read("works.json", src, nil)
	s, _ := site.Load(os.DirFS(mini))
	plan := intake.Make(s, items, true)
	root := t.TempDir()
	if err := os.CopyFS(root, os.DirFS(mini)); err != nil {
		t.Fatal(err)
	}
	for _, r := range plan.New {
		if err := os.WriteFile(filepath.Join(root, r.File()), r.YAML(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	s, findings := site.Load(os.DirFS(root))
	if refused := diag.Count(plan.Findings, diag.Error); len(plan.New)+refused+plan.Known != len(items) || len(findings) > 0 || refused != 10 {
		t.Errorf("%d new, %d refused, %d known of %d; %v", len(plan.New), refused, plan.Known, len(items), findings)
	}
	shape, _ := schema.Get("source")
	for _, r := range plan.New {
		source := s.Source(r.ID)
		for _, fault := range shape.Validate(source.Doc.Value) {
			if !strings.Contains(fault.Message, `"grade", "kind_of_use", "about"`) && !strings.Contains(fault.Message, "missing") {
				t.Errorf("%s: %s %s\n%s", r.ID, fault.Pointer, fault.Message, r.YAML())
			}
		}
		back := source.Item()
		back.ID = r.Work.ID
		if diff := cmp.Diff(r.Work, back, cmpopts.IgnoreUnexported(bib.Item{}), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s: %s\n%s", r.ID, diff, r.YAML())
		}
	}
}

// The sources of this site come back from every format as they are.
func TestOwnSourcesComeBack(t *testing.T) {
	s, _ := site.Load(os.DirFS("../../.."))
	var items []*bib.Item
	for _, source := range s.Sources() {
		items = append(items, source.Item())
	}
	for _, f := range bib.Formats {
		src, err := f.Write(items)
		back, findings := bib.Read(f.Name, src, nil)
		if err != nil || len(findings) > 0 {
			t.Fatal(f.Name, err, findings)
		}
		if diff := cmp.Diff(items, back, cmpopts.IgnoreUnexported(bib.Item{}), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s: %s", f.Name, diff)
		}
		if plan := intake.Make(s, back, false); len(plan.New) > 0 || plan.Known != len(items) {
			t.Errorf("%s: %d of %d sources are not recognised", f.Name, len(plan.New), len(items))
		}
	}
}

// Whatever work is read, its record is YAML that holds what the work says, in a file
// of its own.
func FuzzRecords(f *testing.F) {
	for _, seed := range []string{
		"@book{a, title = {x: {\\'e} # y}, author = {A and {B and C} and de la Cruz, Jr, Ann}, year = {-}, note = {a: b}}",
		"TY  - JOUR\nTI  - 'x' \"y\"\nAU  - Doe, J., Jr.\nDA  - 2020/01/02/x\nDO  - 10.1/%\nER  - ",
		`[{"id":"../x","type":"book","title":"\u2028- x","issued":{"literal":"&a"},"author":[{"family":"*A","given":"!!b"}],"custom":{"a":[1]}}]`,
	} {
		f.Add(seed)
	}
	s, _ := site.Load(os.DirFS(mini))
	f.Fuzz(func(t *testing.T, src string) {
		items, _ := bib.Read("f", []byte(src), nil)
		seen := map[string]bool{}
		for _, r := range intake.Make(s, items, true).New {
			doc, err := yaml.Parse(r.YAML(), diag.Position{File: r.File(), Line: 1})
			if err != nil || seen[r.ID] || !regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`).MatchString(r.ID) {
				t.Errorf("%q: %v, id %q\n%s", src, err, r.ID, r.YAML())
			} else if doc.At("/title") == nil {
				t.Errorf("%q: no title\n%s", src, r.YAML())
			}
			seen[r.ID] = true
		}
	})
}
