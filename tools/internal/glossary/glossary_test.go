package glossary_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/site"
)

// terms makes a site of terms: id.language → what else their front matter says.
// Each is called by its id and defined as "Uitleg."
func terms(t *testing.T, fronts map[string]string) *site.Site {
	t.Helper()
	fsys := fstest.MapFS{"config.toml": file("baseURL = \"https://example.org/\"\ndefaultContentLanguage = \"nl\"\n[languages.nl]\n[languages.en]\n")}
	for name, front := range fronts {
		id, _, _ := strings.Cut(name, ".")
		if !strings.Contains(front, "title:") {
			front += "\ntitle: '" + id + "'"
		}
		fsys["content/begrippen/"+name+".md"] = file("---\ntype: term\n" + front + "\n---\nUitleg .\n")
	}
	s, found := site.Load(fsys)
	for _, d := range found {
		t.Errorf("%s: %s", d.Position, d.Message)
	}
	return s
}

func TestRelationsGoBothWaysToWhatReadersCanFollow(t *testing.T) {
	s := terms(t, map[string]string{
		"a.nl": "status: publish\nbroader: [b, geheim, weg, a]\nsee: [c]", "a.en": "",
		"b.nl": "status: caution", "b.en": "",
		"c.nl":      "status: publish\nbroader: [b, oud]",
		"oud.nl":    "status: retired\nsee: [a]\nretired: {reason: {nl: Beter woord.}, successor: c}",
		"oud.en":    "",
		"geheim.nl": "status: internal\nsee: [a]",
		"los.en":    "status: publish\nsee: [a]",
	})
	got := map[string]glossary.Relations{}
	for _, lang := range s.Languages {
		for _, e := range s.Glossary(lang) {
			got[lang+" "+e.Term.ID] = e.Relations
		}
	}
	none := []string{}
	want := map[string]glossary.Relations{
		"nl a": {Broader: []string{"b"}, Narrower: none, See: []string{"c"}}, "en a": {Broader: []string{"b"}, Narrower: none, See: none},
		"nl b": {Broader: none, Narrower: []string{"a", "c"}, See: none}, "en b": {Broader: none, Narrower: []string{"a"}, See: none},
		"nl c":   {Broader: []string{"b"}, Narrower: none, See: []string{"a"}},
		"nl oud": {Broader: none, Narrower: []string{"c"}, See: []string{"a"}}, "en oud": {Broader: none, Narrower: none, See: []string{"a"}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	old := s.Term("oud")
	if old.Lead.Successor != "c" || old.Lead.Reason != "Beter woord." || old.In("en").Successor != "" {
		t.Errorf("oud leads to %q because %q, in English to %q", old.Lead.Successor, old.Lead.Reason, old.In("en").Successor)
	}
}

func TestVariantsOfACautionTermAreForRulesOnly(t *testing.T) {
	s := terms(t, map[string]string{
		"a.nl": "status: caution\narticle: de\nforms: [aas]\nadmitted: [aa]\nabbreviation: A.\nparts: [deel]\navoid: [{term: ah, reason: Lelijk.}]",
		"b.nl": "status: publish\nsensitive: true\nforms: [bs, b, 3, bs]\nabbreviation: b",
	})
	a, b := s.Term("a").Lead, s.Term("b").Lead
	want := glossary.Words{Article: "de", Forms: []string{}, Admitted: []string{}, Parts: []string{}, Avoid: []glossary.Avoided{}}
	if diff := cmp.Diff(want, a.Words); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([][]string{{"a", "aas", "aa", "A."}, {"b", "bs"}}, [][]string{a.Names(), b.Names()}); diff != "" {
		t.Error(diff)
	}
	if a.Authored.Avoid[0].Reason != "Lelijk." || a.Definition != "Uitleg." || !a.NeedsHelp || !b.NeedsHelp || a.Address != "https://example.org/begrippen/a/" {
		t.Errorf("%+v", a)
	}
}

func TestAlphabetIsThatOfDictionaries(t *testing.T) {
	s := terms(t, map[string]string{
		"com.nl": "status: publish", "10.nl": "status: publish", "9.nl": "status: publish", "ijs.nl": "status: publish",
		"iets.nl": "status: publish", "eclair.nl": "status: publish\ntitle: éclair", "engte.nl": "status: publish",
	})
	got := make([]string, len(s.Terms))
	for _, e := range s.Glossary("nl") {
		got[e.Order] = e.Letter + " " + e.Title
	}
	if diff := cmp.Diff("0–9 9, 0–9 10, C com, E éclair, E engte, I iets, I ijs", strings.Join(got, ", ")); diff != "" {
		t.Error(diff)
	}
}
