package site

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func TestLexicon(t *testing.T) {
	s := load(t, map[string]string{
		"data/lexicon/nl.yaml": "counted: [leden, zaken]\nasks: {hulp: [bel]}\nfamilies: [[kind, kinderen]]\ndeny:\n  - {word: slecht woord, use: goed woord, except: [Slecht Woord BV]}\n",
	})
	nl := s.Lexicon("nl")
	if diff := cmp.Diff([]string{"leden", "zaken"}, nl.Phrases("counted")); diff != "" {
		t.Error(diff)
	}
	e := nl.Unwanted("deny")
	if len(e) != 1 || e[0].Use != "goed woord" || e[0].String() != "data/lexicon/nl.yaml:5:12" || len(e[0].Except) != 1 {
		t.Errorf("%+v", e)
	}
	if got := nl.Lists("asks")["hulp"]; len(got) != 1 || got[0] != "bel" {
		t.Errorf("asks has %v", got)
	}
	if got := nl.Groups("families"); len(got) != 1 || len(got[0]) != 2 {
		t.Errorf("families has %v", got)
	}
	if en := s.Lexicon("en"); en.Phrases("counted") != nil || en.Unwanted("deny") != nil || en.Lists("asks") != nil || en.Groups("families") != nil {
		t.Error("a language without lexicon has no words")
	}
}

func TestLexiconOfNoLanguage(t *testing.T) {
	_, found := Load(fstest.MapFS{"config.toml": {Data: []byte(config)}, "data/lexicon/xx.yaml": {Data: []byte("a: [b]\n")}})
	if len(found) != 1 || found[0].Rule != FileName {
		t.Errorf("found %v", found)
	}
}
