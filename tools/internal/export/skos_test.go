package export

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"

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
		if n := len(concepts(s)); len(got.Concepts) != n {
			t.Errorf("rdflib sees %d concepts, want %d", len(got.Concepts), n)
		}
		retired := 0
		for _, c := range concepts(s) {
			for _, lang := range c.Languages {
				e, seen := c.In[lang], got.Concepts[c.ID]
				want := []string{e.Term, e.Definition, helpFor(s, lang, e)}
				if diff := cmp.Diff(want, []string{seen.Term[lang], seen.Definition[lang], seen.Help[lang]}); diff != "" {
					t.Errorf("%s in %s: %s", c.ID, lang, diff)
				}
			}
			if c.lead().Status == "retired" {
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
