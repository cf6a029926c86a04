package glossary_test

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/site"
)

func file(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }

func TestCandidates(t *testing.T) {
	s, found := site.Load(fstest.MapFS{
		"config.toml":                    {Data: []byte("baseURL = \"https://example.org/\"\ndefaultContentLanguage = \"nl\"\n[languages.nl]\n[languages.en]\n")},
		"data/lexicon/nl.yaml":           file("months: [maart]\nordinary: [internet]\n"),
		"data/contacts/x.yaml":           file("name: {nl: Stichting Zorgvuldig}\n"),
		"content/begrippen/doxing.nl.md": file("---\ntitle: doxing\ntype: term\nforms: [online beschamen]\n---\nEen OM-definitie met DSA.\n"),
		"content/a.nl.md": file("---\ntitle: A\ntype: explainer\n---\n" +
			"De DSA regelt hosting. Ook de DSA gaat over doxing en beschamen in Maart.\n\n" +
			"Zo heet dat een 'druppel'. `CODE` en [Europol](cite:x) EHBO: alleen het laatste telt, Zorgvuldig niet. Vandaag internet.\n\n> Een citaat over NASA.\n"),
		"content/b.nl.md": file("---\ntitle: B\ntype: explainer\n---\nHosting is duur. Men belt Interpol, met haast.\n\n> [!NOTE]\n> Hosting, over de DSA.\n"),
		"content/a.en.md": file("---\ntitle: A\ntype: explainer\n---\nHosting on the internet, in haast. Hosting is hosting.\n"),
	})
	for _, d := range found {
		t.Errorf("%s: %s", d.Position, d.Message)
	}
	want := []glossary.Candidate{
		{Word: "DSA", Why: "abbreviation", Count: 3, Pages: 2},
		{Word: "hosting", Why: "shared", Count: 3, Pages: 2},
		{Word: "EHBO", Why: "abbreviation", Count: 1, Pages: 1},
		{Word: "Interpol", Why: "name", Count: 1, Pages: 1},
		{Word: "druppel", Why: "quoted", Count: 1, Pages: 1},
	}
	got := s.Candidates("nl")
	if diff := cmp.Diff(want, got, cmpopts.IgnoreFields(glossary.Candidate{}, "First")); diff != "" {
		t.Error(diff)
	}
	if first := (diag.Position{File: "content/a.nl.md", Line: 5, Column: 4}); len(got) > 0 && got[0].First != first {
		t.Errorf("first DSA at %v, want %v", got[0].First, first)
	}
}

// Where nouns have capitals, these are no sign of a name.
func TestNounsAreNoNames(t *testing.T) {
	s, _ := site.Load(fstest.MapFS{
		"config.toml":     {Data: []byte("baseURL = \"https://example.org/\"\ndefaultContentLanguage = \"de\"\n[languages.de]\n")},
		"content/a.de.md": file("---\ntitle: A\ntype: explainer\n---\nDer Radweg endet an der Brücke, und die BASt zählt dort die Räder und die Autos jeden Tag.\n"),
	})
	want := []glossary.Candidate{{Word: "BASt", Why: "abbreviation", Count: 1, Pages: 1}}
	if diff := cmp.Diff(want, s.Candidates("de"), cmpopts.IgnoreFields(glossary.Candidate{}, "First")); diff != "" {
		t.Error(diff)
	}
}
