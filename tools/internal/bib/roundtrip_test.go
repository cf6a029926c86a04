package bib_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"comwijzer/tools/internal/bib"
)

// formats are the ways in which works are written.
var formats = map[string]func([]*bib.Item) ([]byte, error){
	"csl":    bib.CSL,
	"bibtex": func(items []*bib.Item) ([]byte, error) { return bib.BibTeX(items), nil },
	"ris":    func(items []*bib.Item) ([]byte, error) { return bib.RIS(items), nil },
}

// Works of all types of CSL are read back from each format as they were.
func TestNothingIsLostOnTheWay(t *testing.T) {
	items := works(t)
	types := map[string]bool{}
	for _, item := range items {
		types[item.Type] = true
	}
	if len(items) < 60 || len(types) < len(bib.Types) {
		t.Errorf("%d works of %d types", len(items), len(types))
	}
	for name, write := range formats {
		src, err := write(items)
		back, findings := bib.Read(name, src, nil)
		if err != nil || len(findings) > 0 || len(back) != len(items) {
			t.Fatal(name, err, findings, len(back))
		}
		for i, item := range items {
			if diff := cmp.Diff(item, back[i], cmpopts.IgnoreUnexported(bib.Item{}), cmpopts.IgnoreFields(bib.Item{}, "Left")); diff != "" {
				t.Errorf("%s of %s: %s", name, item.ID, diff)
			}
		}
	}
}

func works(t *testing.T) []*bib.Item {
	t.Helper()
	src, err := os.ReadFile("testdata/works.json")
	if err != nil {
		t.Fatal(err)
	}
	items, findings := bib.Read("works.json", src, nil)
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	for _, item := range items {
		if len(item.Left) > 0 {
			t.Errorf("%s leaves out %s", item.ID, strings.Join(item.Left, ", "))
		}
	}
	return items
}
