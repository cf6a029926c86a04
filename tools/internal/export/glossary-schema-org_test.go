package export

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"comwijzer/tools/internal/site"
)

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
			want[name] = []string{e.Title, strings.TrimSpace(e.Definition + " " + helpFor(s, e))}
		}
		if diff := cmp.Diff(want, got.Terms); diff != "" {
			t.Error(diff)
		}
	})
}
