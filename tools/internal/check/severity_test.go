package check

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"comwijzer/tools/internal/site"
)

func TestConfigurationSetsSeverities(t *testing.T) {
	const page = "---\ntitle: A\ntype: overview\nsummary: a\n---\n\n![](a.svg)\n"
	for set, want := range map[string]string{
		``:                      "error: image \"a.svg\" has no alternative text",
		`image-alt = "warning"`: "warning: image \"a.svg\" has no alternative text",
		`image-alt = "off"`:     "",
		`image-alt = "loud"`:    "error: image-alt \"loud\" is not one of the allowed values | error: image \"a.svg\" has no alternative text",
		`structure = "info"`:    "info: image \"a.svg\" has no alternative text",
		"structure = \"off\"\nimage-alt = \"warning\"": "warning: image \"a.svg\" has no alternative text",
		`image-atl = "warning"`:                        "error: params.rules names unknown rule \"image-atl\" | error: image \"a.svg\" has no alternative text",
	} {
		s, unread := site.Load(fstest.MapFS{
			site.ConfigFile:   {Data: []byte("title = \"A\"\n" + strings.Replace(defaultConfig, "[languages.en]\nweight = 2\n", "", 1) + "[params.rules]\n" + set + "\n")},
			"content/a.nl.md": {Data: []byte(page)},
			"content/a.svg":   {Data: []byte("<svg/>")},
		})
		var got []string
		for _, d := range append(unread, Source(s, today)...) {
			if d.Rule == "image-alt" || d.Rule == site.ConfigInvalid {
				got = append(got, d.Severity.String()+": "+d.Message)
			}
		}
		if diff := cmp.Diff(want, strings.Join(got, " | ")); diff != "" {
			t.Errorf("%s: %s", set, diff)
		}
	}
}

// What a rule finds by words in one language of a new page is left to review: not what both have.
func TestLeftToReview(t *testing.T) {
	const front = "---\ntitle: A\ntype: overview\nsummary: a\n---\n"
	s, _ := site.Load(fstest.MapFS{
		site.ConfigFile:        {Data: []byte("title = \"A\"\n" + defaultConfig)},
		"data/translated.yaml": {Data: []byte("sections:\n  - \"/b# en 00000000-00000000\"\n")},
		"data/lexicon/nl.yaml": {Data: []byte("avoid:\n  - {word: loverboy, use: uitbuiter}\n")},
		"data/lexicon/en.yaml": {Data: []byte("avoid:\n  - {word: lover boy, use: exploiter}\n")},
		"content/a.nl.md":      {Data: []byte(front + "Een loverboy.\n\nNog een loverboy.\n")},
		"content/a.en.md":      {Data: []byte(front + "A lover boy.\n\nAn exploiter.\n")},
	})
	lines := func(found []string) string { return strings.Join(found, " ") }
	var told, left []string
	for _, d := range Only(s, today, "word-avoid") {
		told = append(told, d.Position.String())
	}
	for _, d := range Left(s, today) {
		left = append(left, d.Rule+" "+d.Position.String())
	}
	if diff := cmp.Diff("content/a.en.md:6:3 content/a.nl.md:6:5", lines(told)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff("word-avoid content/a.nl.md:8:9", lines(left)); diff != "" {
		t.Error(diff)
	}
}
