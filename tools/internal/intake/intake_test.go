package intake_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"comwijzer/tools/internal/bib"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/intake"
	"comwijzer/tools/internal/schema"
	"comwijzer/tools/internal/site"
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
