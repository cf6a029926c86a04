package check

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// Whatever stands in one file of a site, of any kind that people write, rules end
// and say something about lines that are there.
func FuzzFiles(f *testing.F) {
	names := slices.Sorted(maps.Keys(everyKind()))
	for i, name := range names {
		f.Add(uint8(i), everyKind()[name])
	}
	for _, seed := range []string{
		"---\ntitle: T\ntype: explainer\n---\n```plot\nids: [drie]\nmessage: Zo.\n```\n\n```plot\ntopic: [\n```\n", "kind: page\nwas: /weg\nsuccessor: [/oud]\n",
		"pages: [/weg]\naddresses:\n  - [nl, /weg]\n", "sections:\n  - \"/weg#eind en x\"\n", "reviews:\n  - {page: /weg, texts: {nl: x}}\n", "negation: {a: [b]}\n", "a = [[1]]\n",
	} {
		f.Add(uint8(0), seed)
	}
	names = append(names, "data/released.yaml", "data/reviews.yaml", "data/translated.yaml", "data/looked.yaml", "data/denied.yaml")
	f.Fuzz(func(t *testing.T, which uint8, src string) {
		files, name := everyKind(), names[int(which)%len(names)]
		files[name] = src
		lines := strings.Count(src, "\n") + 1
		for _, d := range findingsOf(files) {
			if d.File == name && (d.Line < 0 || d.Line > lines) || d.Message == "" {
				t.Errorf("%s %q: %v", name, src, d)
			}
		}
	})
}
