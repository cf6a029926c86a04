package repo

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"comwijzer/tools/internal/site"
)

var (
	coverageRow      = regexp.MustCompile(`(?m)^\| ([A-Z])(\d\d) \| ([BCX]) \| (.*) \|$`)
	contradictionRow = regexp.MustCompile(`(?m)^\| (\d+) \| [^|]+ \| (.*) \|$`)
	coverageTotal    = regexp.MustCompile(`(?m)^(\d+) facts: (\d+) B, (\d+) C, (\d+) X\.$`)
)

// TestCoverage holds docs/coverage.md true: every fact has its row, every fact
// that may be published a place, and every place is there in every language.
func TestCoverage(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(root, "docs/coverage.md"))
	if err != nil {
		t.Fatal(err)
	}
	s, _ := site.Load(os.DirFS(root))
	flags, last := map[string]int{}, map[string]int{}
	for _, row := range coverageRow.FindAllStringSubmatch(string(text), -1) {
		group, number, flag, places := row[1], row[2], row[3], row[4]
		last[group]++
		if want := fmt.Sprintf("%02d", last[group]); number != want {
			t.Errorf("after %s%02d comes %s%s", group, last[group]-1, group, number)
		}
		flags[flag]++
		if flag == "X" {
			if places != "–" {
				t.Errorf("%s%s is not to be published, and stands at %s", group, number, places)
			}
			continue
		}
		for _, place := range strings.Split(places, ", ") {
			checkPlace(t, s, group+number, place)
		}
	}
	for i, row := range contradictionRow.FindAllStringSubmatch(string(text), -1) {
		if row[1] != fmt.Sprint(i+1) {
			t.Errorf("after contradiction %d comes %s", i, row[1])
		}
		if strings.HasPrefix(row[2], "not published: ") {
			continue
		}
		for _, place := range strings.Split(row[2], ", ") {
			checkPlace(t, s, "contradiction "+row[1], place)
		}
	}
	total := coverageTotal.FindStringSubmatch(string(text))
	counted := fmt.Sprintf("%d facts: %d B, %d C, %d X.", flags["B"]+flags["C"]+flags["X"], flags["B"], flags["C"], flags["X"])
	if total == nil || total[0] != counted {
		t.Errorf("the rows have %s the text says %v", counted, total)
	}
}

// checkPlace looks for a page, and the heading with that id of its own.
func checkPlace(t *testing.T, s *site.Site, fact, place string) {
	path, id, hasID := strings.Cut(place, "#")
	for _, lang := range s.Languages {
		page := s.Page(lang, "/"+path)
		if page == nil {
			t.Errorf("%s: no page %q in language %q", fact, path, lang)
			continue
		}
		found := !hasID
		for _, h := range page.Doc.Headings {
			found = found || h.ID == id && h.Explicit
		}
		if !found {
			t.Errorf("%s: %s has no heading {#%s}", fact, page.File, id)
		}
	}
}
