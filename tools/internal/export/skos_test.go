package export

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"

	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/site"
)

func TestReadSKOS(t *testing.T) {
	eachSite(t, func(t *testing.T, s *site.Site) {
		var got struct {
			Triples, Deprecated       int
			Faults, Licence, Modified []string
			Concepts                  map[string]struct{ Term, Definition, Help map[string]string }
		}
		files := written(t, s, "glossary.skos.ttl", "glossary.skos.jsonld")
		read(t, "read-skos.py", files, &got)
		for _, fault := range got.Faults {
			t.Error(fault)
		}
		if n := len(shownTerms(s)); len(got.Concepts) != n {
			t.Errorf("rdflib sees %d concepts, want %d", len(got.Concepts), n)
		}
		retired := 0
		for _, c := range shownTerms(s) {
			for _, e := range c.Entries {
				seen := got.Concepts[c.ID]
				want := []string{e.Title, e.Definition, helpFor(s, e)}
				if diff := cmp.Diff(want, []string{seen.Term[e.Lang], seen.Definition[e.Lang], seen.Help[e.Lang]}); diff != "" {
					t.Errorf("%s in %s: %s", c.ID, e.Lang, diff)
				}
			}
			if c.Status == glossary.Retired {
				retired++
			}
		}
		if got.Deprecated != retired {
			t.Errorf("%d deprecated, want %d", got.Deprecated, retired)
		}
		if diff := cmp.Diff([]string{s.Config.Params.Licence.URL, modified(s)}, append(got.Licence, got.Modified...)); diff != "" {
			t.Error(diff)
		}
		triples := bytes.Count(run(t, "rapper", "-q", "-i", "turtle", "-o", "ntriples", files[0]), []byte("\n"))
		if triples != got.Triples {
			t.Errorf("rapper sees %d triples, rdflib %d", triples, got.Triples)
		}
		t.Logf("%d concepts, %d triples", len(got.Concepts), got.Triples)
	})
}
