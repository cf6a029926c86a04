package agenda

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"comwijzer/tools/internal/site"
)

var today = time.Date(2026, 11, 20, 15, 0, 0, 0, time.UTC)

const config = "baseURL = 'https://example.org/'\ndefaultContentLanguage = 'nl'\n[languages.nl]\n[languages.en]\n"

func load(t *testing.T, files map[string]string) *site.Site {
	t.Helper()
	fsys := fstest.MapFS{"config.toml": {Data: []byte(config)}}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	s, found := site.Load(fsys)
	if len(found) > 0 {
		t.Fatal(found)
	}
	return s
}

// What was checked on one day comes back on many, never after the last day, and
// always on the same.
func TestDaysAreSpread(t *testing.T) {
	files := map[string]string{}
	for i := range 360 {
		files[fmt.Sprintf("content/p%d.nl.md", i)] = "---\ntitle: A\ntype: explainer\nchecked: 2026-11-20\n---\nA.\n"
	}
	s := load(t, files)
	items, days := Items(s, today), map[string]int{}
	for _, i := range items {
		days[i.On]++
		if i.Latest != "2027-11-20" || i.On > i.Latest || i.On < "2027-10-06" {
			t.Errorf("%s is planned on %s, by %s", i.ID, i.On, i.Latest)
		}
	}
	for day, n := range days {
		if n > 360/46*3 {
			t.Errorf("%d of 360 on %s", n, day)
		}
	}
	if diff := cmp.Diff(items, Items(s, today.AddDate(0, 1, 0))); diff != "" || len(items) != 360 {
		t.Error(len(items), diff)
	}
}

// Every kind is listed, each once for all languages.
func TestKinds(t *testing.T) {
	s := load(t, map[string]string{
		"content/a.nl.md":          "---\ntitle: A\ntype: explainer\nchecked: 2026-11-20\nsensitive: true\n---\n<!-- allow x until 2027-01-31: y -->\n",
		"content/a.en.md":          "---\ntitle: A\ntype: explainer\nchecked: 2026-11-20\nsensitive: true\n---\nA.\n",
		"content/zonder.nl.md":     "---\ntitle: A\ntype: overview\n---\nA.\n",
		"data/cases/z.yaml":        "review_by: \"2027-01-31\"\n",
		"data/figures/f.yaml":      "review_by: \"2027-02-28\"\n",
		"data/figures/geen.yaml":   "topic: x\n",
		"data/figures/oud.yaml":    "as_of: \"2024\"\nreviewed_on: 2026-11-01\n",
		"data/contacts/nooit.yaml": "name: N\n",
		"data/contacts/ooit.yaml":  "name: O\nchecked_on: 2026-11-01\n",
		"data/signals/s.yaml":      "area: a\nchecked: 2026-11-20\n",
		"data/sources/b.yaml":      "URL: https://b.example\nverified_on: 2026-11-20\n",
		"data/sources/boek.yaml":   "title: Zonder adres\n",
		"data/sources/n.yaml":      "URL: https://n.example\n",
	})
	var got []string
	for _, i := range Items(s, today) {
		early := i.Latest != "" && i.On > i.Latest
		if i.ID == "oud" && i.Why != "look for a newer value at its source (evidence of 2024, looked at on 2026-11-01)" {
			t.Error(i.Why)
		}
		got = append(got, strings.TrimSpace(fmt.Sprintf("%s %s %s %s", i.Kind, i.ID, i.Latest, map[bool]string{true: "too late"}[early])))
	}
	want := map[string]bool{}
	for _, line := range []string{
		"contact nooit", "source n", "page /a 2027-05-20", "signal s 2027-05-20", "case z 2027-01-31", "figure f 2027-02-28", "figure oud 2026-12-31",
		"contact ooit 2027-04-30", "source b 2027-11-20", "allowance x content/a.nl.md:7 2027-01-31",
	} {
		want[line] = true
	}
	for _, line := range got {
		if !want[line] {
			t.Errorf("unexpected: %s", line)
		}
		delete(want, line)
	}
	if len(want) > 0 {
		t.Error("missing:", want)
	}
}
