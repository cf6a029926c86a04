package check

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"comwijzer/tools/internal/built"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

// A site may live below a path of its host.
func TestLinksBelowABasePath(t *testing.T) {
	b, err := built.Read(fstest.MapFS{
		"index.html":   {Data: []byte(`<html lang="nl"><a href="/sub/a/">goed</a><a href="a/">goed</a><a href="/a/">fout</a>`)},
		"a/index.html": {Data: []byte(`<html lang="nl"><a href="../">goed</a><a href="../../">fout</a>`)},
	})
	if err != nil {
		t.Fatal(err)
	}
	var found []diag.Diagnostic
	rule := registry["built-link"]
	rule.Built(&BuiltPass{b, &site.Site{Config: site.Config{BaseURL: "https://example.org/sub/"}}, reporter{rule: rule, found: &found}})
	want := []string{`address "../../" lies outside the site at /sub/`, `address "/a/" lies outside the site at /sub/`}
	var got []string
	for _, d := range found {
		got = append(got, d.Message)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestABrokenRuleIsNamed(t *testing.T) {
	defer func() {
		if v := recover(); v != "rule image-alt: no pages" {
			t.Errorf("recovered %v", v)
		}
	}()
	was := registry["image-alt"].Source
	defer func() { registry["image-alt"].Source = was }()
	registry["image-alt"].Source = func(*Pass) { panic("no pages") }
	s, _ := site.Load(fstest.MapFS{site.ConfigFile: {Data: []byte(defaultConfig)}})
	Source(s, today)
}
