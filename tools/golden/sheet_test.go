package golden

import (
	"bytes"
	"compress/gzip"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What a reader fetches before anything shows: docs/adr/0007.
const sheetBudget = 12 << 10

func TestOneSmallStyleSheet(t *testing.T) {
	css, err := os.ReadFile(styleSheet(t, buildFixture(t)))
	if err != nil {
		t.Fatal(err)
	}
	if n := gzipped(t, css); n > sheetBudget {
		t.Errorf("the style sheet has %d bytes, compressed; the budget is %d\n    hint: leave out what no page uses, or a package that our own few lines replace", n, sheetBudget)
	}
	if bytes.Contains(css, []byte("@import")) {
		t.Error("the style sheet imports another")
	}
}

// styleSheet returns the one style sheet that all pages of a site have for the screen; that for paper is fetched after it, and that of
// search by its page.
func styleSheet(t *testing.T, dir string) string {
	t.Helper()
	var found []string
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if strings.HasSuffix(name, ".css") && strings.HasPrefix(filepath.Base(name), "site-") {
			found = append(found, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(found) != 1 {
		t.Fatalf("style sheets: %q; there should be one", found)
	}
	return found[0]
}

func gzipped(t *testing.T, text []byte) int {
	t.Helper()
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	w.Write(text)
	w.Close()
	return out.Len()
}
