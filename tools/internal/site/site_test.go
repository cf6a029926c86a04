package site

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

const config = `
baseURL = "https://example.org/"
defaultContentLanguage = "nl"
[languages.en]
weight = 1
[languages.en.permalinks.page]
netwerk = "/network/:slugorcontentbasename/"
over = "/about/:sectionslugs[1:]/:slugorcontentbasename/"
[languages.en.permalinks.section]
netwerk = "/network/"
over = "/about/:sectionslugs[1:]/"
[languages.nl]
weight = 2
`

func front(extra string) string { return "---\ntitle: T\ntype: explainer\n" + extra + "---\n" }

func load(t *testing.T, files map[string]string) *Site {
	fsys := fstest.MapFS{"config.toml": {Data: []byte(config)}}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	s, found := Load(fsys)
	for _, d := range found {
		t.Errorf("%s: %s", d.Position, d.Message)
	}
	return s
}

func TestAddressesAreHugos(t *testing.T) {
	s := load(t, map[string]string{
		"content/_index.nl.md":         front(""),
		"content/_index.en.md":         front(""),
		"content/netwerk/_index.en.md": front(""),
		"content/netwerk/a.nl.md":      front(""),
		"content/netwerk/a.en.md":      front("slug: an-a\n"),
		"content/zoeken.en.md":         front("slug: search\n"),
		"content/over/_index.en.md":    front(""),
		"content/over/b.en.md":         front(""),

		"content/over/redactie/_index.nl.md": front(""),
		"content/over/redactie/_index.en.md": front("slug: editors\n"),
		"content/over/redactie/start.nl.md":  front(""),
		"content/over/redactie/start.en.md":  front("slug: first-start\n"),
	})
	got := map[string]string{}
	for _, p := range s.Pages {
		got[p.File] = s.URL(p)
	}
	want := map[string]string{
		"content/_index.nl.md": "/", "content/_index.en.md": "/en/", "content/netwerk/_index.en.md": "/en/network/",
		"content/netwerk/a.nl.md": "/netwerk/a/", "content/netwerk/a.en.md": "/en/network/an-a/",
		"content/zoeken.en.md": "/en/search/", "content/over/_index.en.md": "/en/about/", "content/over/b.en.md": "/en/about/b/",
		"content/over/redactie/_index.nl.md": "/over/redactie/", "content/over/redactie/_index.en.md": "/en/about/editors/",
		"content/over/redactie/start.nl.md": "/over/redactie/start/", "content/over/redactie/start.en.md": "/en/about/editors/first-start/",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if fmt.Sprint(s.Languages) != "[nl en]" {
		t.Errorf("languages %v", s.Languages)
	}
}

func TestReferencesInReadingOrder(t *testing.T) {
	s := load(t, map[string]string{
		"content/a.nl.md": front("") + "[x](term:eerste)\n\n## Kop\n\n```contacts\nids: [tweede, derde]\n```\n\n[hfst. 1](cite:vierde)\n",
	})
	var got []string
	for _, r := range s.Page("nl", "/a").Refs {
		got = append(got, fmt.Sprintf("%s %s %s h%d", r.Position, r.Kind, r.ID, r.HeadingIndex()))
	}
	want := []string{
		"content/a.nl.md:5:1 term eerste h-1", "content/a.nl.md:10:7 contact tweede h0",
		"content/a.nl.md:10:15 contact derde h0", "content/a.nl.md:13:1 source vierde h0",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestNoConfigurationNoSite(t *testing.T) {
	s, found := Load(fstest.MapFS{})
	if len(found) != 1 || found[0].Rule != FileUnreadable || len(s.Pages) != 0 {
		t.Errorf("found %v", found)
	}
}

func TestBlocksAreRead(t *testing.T) {
	s := load(t, map[string]string{"content/a.nl.md": front("") + "```gaps\nids: [g01]\n```\n\n```text\nids: [\n```\n"})
	blocks := s.Page("nl", "/a").Blocks
	if len(blocks) != 2 || blocks[0] == nil || blocks[0].At("/ids") == nil || blocks[1] != nil {
		t.Errorf("%v", blocks)
	}
}

func TestARunOfLinesWithoutEndIsNotParsed(t *testing.T) {
	_, found := Load(fstest.MapFS{
		"config.toml":     {Data: []byte(config)},
		"content/a.nl.md": {Data: []byte(front("") + "Een zin.\n\n" + strings.Repeat("[a](", 100_000))},
		"content/b.nl.md": {Data: []byte(front("") + strings.Repeat("> ", 100_000))},
		"content/c.nl.md": {Data: []byte(front("") + strings.Repeat("Een zin.\n\n", 20_000))},
	})
	var got []string
	for _, d := range found {
		got = append(got, d.Position.String()+" "+d.Message)
	}
	want := []string{"content/a.nl.md:7:1 more than 8 KiB without a blank line", "content/b.nl.md:1:1 more than 8 KiB without a blank line"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
