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
