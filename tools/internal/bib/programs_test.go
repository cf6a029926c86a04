package bib_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"comwijzer/tools/internal/bib"
)

var update = flag.Bool("update", false, "write the wanted files again: read the difference")

// dutch are months as a site gives them.
var dutch = strings.Fields("januari februari maart april mei juni juli augustus september oktober november december")

// Files as programs write them are read as the file beside them says: the works as
// CSL-JSON, what is left out, and what is said about it.
func TestPrograms(t *testing.T) {
	names, _ := filepath.Glob("testdata/programs/*")
	for _, name := range names {
		if strings.HasSuffix(name, ".want") {
			continue
		}
		src, _ := os.ReadFile(name)
		got := told(filepath.Base(name), src)
		if *update {
			_ = os.WriteFile(name+".want", got, 0o666)
		}
		if want, _ := os.ReadFile(name + ".want"); !bytes.Equal(got, want) {
			t.Errorf("%s is read as\n%s\nwant\n%s", name, got, want)
		}
	}
}

func told(name string, src []byte) []byte {
	items, findings := bib.Read(name, src, [][]string{dutch})
	out, err := bib.CSL(items)
	if err != nil {
		panic(err)
	}
	for _, item := range items {
		if len(item.Left) > 0 {
			out = fmt.Appendf(out, "%s leaves out %s\n", item.ID, strings.Join(item.Left, ", "))
		}
	}
	for _, d := range findings {
		out = fmt.Appendf(out, "%s: %s: %s (%s)\n", d.Position, d.Severity, d.Message, d.Hint)
	}
	return out
}
