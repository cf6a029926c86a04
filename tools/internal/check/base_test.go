package check

import (
	"fmt"
	"runtime"
	"sync/atomic"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"comwijzer/tools/internal/built"
	"comwijzer/tools/internal/site"
)

// A site may live below a path of its host.
func TestLinksBelowABasePath(t *testing.T) {
	found := rendered(t, registry["built-link"], fstest.MapFS{
		"index.html":   {Data: []byte(`<html lang="nl"><a href="/sub/a/">goed</a><a href="a/">goed</a><a href="/a/">fout</a>`)},
		"a/index.html": {Data: []byte(`<html lang="nl"><a href="../">goed</a><a href="../../">fout</a>`)},
	}, &site.Site{Config: site.Config{BaseURL: "https://example.org/sub/"}})
	want := []string{`address "../../" lies outside the site at /sub/`, `address "/a/" lies outside the site at /sub/`}
	var got []string
	for _, d := range found {
		got = append(got, d.Message)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// So is one that breaks down on a rendered page, which another goroutine reads.
func TestABrokenRuleForPagesIsNamed(t *testing.T) {
	defer func() {
		if v := recover(); v != "rule built-id: no ids" {
			t.Errorf("recovered %v", v)
		}
	}()
	rule := *registry["built-id"]
	rule.Page = func(*BuiltPass) func(*built.Page) { return func(*built.Page) { panic("no ids") } }
	rendered(t, &rule, fstest.MapFS{"index.html": {}}, &site.Site{})
}

// A rule need not mind that pages are read several at a time.
func TestARuleLooksAtOnePageAtATime(t *testing.T) {
	output := fstest.MapFS{}
	for i := range 200 {
		output[fmt.Sprintf("%d/index.html", i)] = &fstest.MapFile{Data: []byte("<p>x")}
	}
	var inside, looked atomic.Int32
	rule := *registry["built-id"]
	rule.Page = func(*BuiltPass) func(*built.Page) {
		return func(*built.Page) {
			if inside.Add(1) > 1 {
				t.Error("two pages at a time")
			}
			runtime.Gosched()
			looked.Add(1)
			inside.Add(-1)
		}
	}
	rendered(t, &rule, output, &site.Site{})
	if looked.Load() != 200 {
		t.Errorf("looked at %d pages", looked.Load())
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
