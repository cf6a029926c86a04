package export

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"comwijzer/tools/internal/site"
)

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
			want := []string{harmless(e.Title), harmless(e.Definition), harmless(helpFor(s, e)), string(e.Term.Status), s.Config.Params.Licence.Name}
			if diff := cmp.Diff(want, []string{row["term"], row["definition"], row["help"], row["status"], row["licence"]}); diff != "" {
				t.Errorf("%s: %s", e.Term.ID, diff)
			}
			for name, cell := range row {
				if cell != "" && strings.Contains("=+-@\t\r", cell[:1]) {
					t.Errorf("%s: a spreadsheet would run %s %q", e.Term.ID, name, cell)
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
