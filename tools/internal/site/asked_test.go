package site

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// What people ask stands with the section that answers; it is read by no rule about words.
func TestAsked(t *testing.T) {
	s, found := Load(fstest.MapFS{
		"config.toml": {Data: []byte(config)},
		"content/netwerk/a.nl.md": {Data: []byte("---\ntitle: A\n---\n```asked\n- fiets stuk\n- wiel krom\n```\n\n## Pomp {#pomp}\n\n" +
			"```asked\n- lege band\n```\n\nTekst.\n\n```contacts\nids: [c1]\n```\n")},
	})
	if len(found) > 0 {
		t.Fatal(found)
	}
	page := s.Page("nl", "/netwerk/a")
	want := map[string][]string{"": {"fiets stuk", "wiel krom"}, "pomp": {"lege band"}}
	if diff := cmp.Diff(want, page.Asked()); diff != "" {
		t.Error(diff)
	}
	for p := range page.Passages() {
		if p.Text == "- lege band" {
			t.Error("a rule about words would read what readers type")
		}
	}
	for _, use := range page.Refs {
		if use.Block != nil && use.Block.Kind == "asked" {
			t.Errorf("a reference: %v", use)
		}
	}
}
