package site

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func TestLexicon(t *testing.T) {
	s := load(t, map[string]string{
		"data/lexicon/nl.yaml": "counted: [leden, zaken]\ndeny:\n  - {word: slecht woord, use: goed woord, except: [Slecht Woord BV]}\n",
	})
	nl := s.Lexicon("nl")
	if diff := cmp.Diff([]string{"leden", "zaken"}, nl.Phrases("counted")); diff != "" {
		t.Error(diff)
	}
	e := nl.Entries("deny")
	if len(e) != 1 || e[0].Use != "goed woord" || e[0].String() != "data/lexicon/nl.yaml:3:12" || len(e[0].Except) != 1 {
		t.Errorf("%+v", e)
	}
	if en := s.Lexicon("en"); en.Phrases("counted") != nil || en.Entries("deny") != nil {
		t.Error("a language without lexicon has no words")
	}
}

func TestLexiconOfNoLanguage(t *testing.T) {
	_, found := Load(fstest.MapFS{"config.toml": {Data: []byte(config)}, "data/lexicon/xx.yaml": {Data: []byte("a: [b]\n")}})
	if len(found) != 1 || found[0].Rule != FileName {
		t.Errorf("found %v", found)
	}
}
