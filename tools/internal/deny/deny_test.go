package deny

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

const salt = "00112233445566778899aabbccddeeff"

func list(names ...string) []Entry {
	var out []Entry
	for _, name := range names {
		out = append(out, Entries(salt, name, "person", "2026-11-20")...)
	}
	return out
}

func found(f *Finder, text string) []string {
	var out []string
	for _, hit := range f.Find(text) {
		out = append(out, text[hit.From:hit.To])
	}
	return out
}

func TestFind(t *testing.T) {
	f := NewFinder(salt, list("Ada Lovelace", "Grace", "René Descartes", "Vier Woorden Op Rij"))
	for text, want := range map[string][]string{
		"niets hier":                           nil,
		"Ada kwam, Lovelace ging":              nil,
		"zo zei Ada Lovelace dat":              {"Ada Lovelace"},
		"ADA  lovelace":                        {"ADA  lovelace"},
		"Ada-Lovelace, adalovelace":            {"Ada-Lovelace", "adalovelace"},
		"ada_lovelace.html":                    {"ada_lovelace"},
		"grace, Graces, Grace's, graceful":     {"grace", "Graces", "Grace"},
		"Ada\u00a0Lovelaces werk":              {"Ada\u00a0Lovelaces"},
		"rene descartes; René Des\u00adcartes": {"rene descartes", "René Des\u00adcartes"},
		"Rene\u0301 Descartes":                 {"Rene\u0301 Descartes"},
		"vier woorden op rij":                  {"vier woorden op rij"},
		"vier woorden op":                      nil,
		"ⒶAda Lovelace":                        {"Ada Lovelace"},
		"A.d.a  L-o-v-e-l-a-c-e; g r a c e":    {"A.d.a  L-o-v-e-l-a-c-e", "g r a c e"},
		"4da L0velace, a d a l o v e l a c e":  {"4da L0velace", "a d a l o v e l a c e"},
		"G.r.a-c.e, a b c g, r4ce, A. D. Graf": nil,
		"":                                     nil,
	} {
		if got := found(f, text); !slices.Equal(got, want) {
			t.Errorf("%q: found %q, want %q", text, got, want)
		}
	}
}

func TestAnEmptyListFindsNothing(t *testing.T) {
	if got := NewFinder(salt, nil).Find("Ada Lovelace"); got != nil {
		t.Errorf("found %v", got)
	}
}

func TestSequencesAreAddedJoinedToo(t *testing.T) {
	for name, want := range map[string]int{"Ada Lovelace": 2, "Grace": 1, "a b": 1, "...": 0} {
		if got := len(Entries(salt, name, "person", "")); got != want {
			t.Errorf("%q: %d entries, want %d", name, got, want)
		}
	}
}

func TestEntriesDoNotHoldTheName(t *testing.T) {
	for _, e := range list("Grace") {
		if strings.Contains(fmt.Sprint(e), "grace") {
			t.Errorf("%v", e)
		}
	}
}

// The salt tells lists apart: the same name has another hash elsewhere.
func TestSaltMatters(t *testing.T) {
	if a, b := Entries("a", "Grace", "", "")[0], Entries("b", "Grace", "", "")[0]; a.Hash == b.Hash || a.First == b.First {
		t.Error("the same hash with another salt")
	}
}

func FuzzFind(f *testing.F) {
	finder := NewFinder(salt, list("Ada Lovelace", "Grace"))
	f.Add("zo zei Ada Lovelace dat, René")
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, hit := range finder.Find(text) {
			if hit.From < end || hit.To <= hit.From || hit.To > len(text) {
				t.Fatalf("hit %v after %d in a text of %d", hit, end, len(text))
			}
			end = hit.To
		}
	})
}

func BenchmarkFind(b *testing.B) {
	finder := NewFinder(salt, list("Ada Lovelace", "Grace"))
	text := strings.Repeat("Een zin van gewone woorden, zoals die op een pagina staan. ", 100)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		finder.Find(text)
	}
}
