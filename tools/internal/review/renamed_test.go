package review

import (
	"fmt"
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"comwijzer/tools/internal/site"
)

var roads = map[string]string{
	"config.toml":                "defaultContentLanguage = \"nl\"\n[languages.nl]\n[languages.en]\n[params]\nglossary = \"words\"\n",
	"content/lane.en.md":         "---\ntitle: Lanes\ntype: explainer\n---\nKeep to the right. [ch. 1](cite:atlas)\n\n## Width {#width}\n\nLanes are 3 metres wide.\n\n```figures\nids: [wide]\n```\n",
	"content/signs.en.md":        "---\ntitle: Signs\ntype: explainer\n---\nSee [the lanes](lane.md#width) and [kerbs](term:kerb). [ch. 2](cite:atlas)\n\n```steps\nsteps:\n  - page: lane.md\n```\n",
	"content/words/_index.en.md": "---\ntitle: Words\ntype: overview\n---\n",
	"data/gaps/g1.yaml":          "sections: [words]\n",
	"content/a/b.en.md":          "---\ntitle: B\ntype: module\n---\n```steps\nsteps:\n  - page: ../words/_index.md\n```\n",
	"content/words/kerb.nl.md":   "---\ntitle: stoep\ntype: term\n---\nEen rand.\n",
	"content/words/kerb.en.md":   "---\ntitle: kerb\ntype: term\n---\nAn edge.\n",
	"data/sources/atlas.yaml":    "title: An atlas\ngrade: research\n",
	"data/figures/wide.yaml":     "source: atlas\nvalue: {en: 3 metres}\n",
	"data/lexicon/en.yaml":       "alike:\n  negation: {never: [never]}\n",
}

// after returns the site of roads after edits: from one text to another in every file, and of names of files.
func after(t *testing.T, redirects string, texts, files []string) State {
	t.Helper()
	all := maps.Clone(roads)
	if redirects != "" {
		all["data/redirects.yaml"] = redirects
	}
	fsys := fstest.MapFS{}
	for name, text := range all {
		if name != "data/redirects.yaml" {
			name, text = strings.NewReplacer(files...).Replace(name), strings.NewReplacer(texts...).Replace(text)
		}
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	s, _ := site.Load(fsys)
	return State{Site: s}
}

// What was renamed is one line, and of what it says only what changed is told; neither is what points at it.
func TestRenamed(t *testing.T) {
	const page = "names:\n  - {kind: page, was: /lane, now: /lanes}\naddresses:\n  - {was: /en/lane/, now: /lanes}\n"
	for _, c := range []struct {
		name, redirects string
		texts, files    []string
		want            []string
	}{
		{"a page", page, []string{"lane.md", "lanes.md"}, []string{"/lane.", "/lanes."},
			[]string{"content/lanes.en.md:1 renamed: renamed /lane → /lanes"}},
		{"a page, and a number on it", page, []string{"lane.md", "lanes.md", "are 3", "are 4"}, []string{"/lane.", "/lanes."},
			[]string{`content/lanes.en.md:9 number: "Lanes are 3 metres wide." → "Lanes are 4 metres wide."`, "content/lanes.en.md:1 renamed: renamed /lane → /lanes"}},
		{"a source", "names:\n  - {kind: source, was: atlas, now: map}\n", []string{"cite:atlas", "cite:map", "source: atlas", "source: map"}, []string{"/atlas.", "/map."},
			[]string{"data/sources/map.yaml:1 renamed: renamed source:atlas → source:map"}},
		{"a source, and its grade", "names:\n  - {kind: source, was: atlas, now: map}\n", []string{"cite:atlas", "cite:map", "source: atlas", "source: map", "research", "press"}, []string{"/atlas.", "/map."},
			[]string{`data/sources/map.yaml:2 grade: grade: "research" → "press"`, "data/sources/map.yaml:1 renamed: renamed source:atlas → source:map"}},
		{"a section", "names:\n  - {kind: page, was: /words, now: /terms}\naddresses:\n  - {was: /words/, now: /terms}\n  - {was: /words/kerb/, now: /terms/kerb}\n", []string{`"words"`, `"terms"`, "[words]", "[terms]", "../words", "../terms"}, []string{"/words/", "/terms/"},
			[]string{`config.toml:5 interface: params.glossary: "words" → "terms"`, "content/terms/_index.en.md:1 renamed: renamed /words → /terms"}},
		{"a figure", "names:\n  - {kind: figure, was: wide, now: width}\n", []string{"[wide]", "[width]"}, []string{"/wide.", "/width."},
			[]string{"data/figures/width.yaml:1 renamed: renamed figure:wide → figure:width"}},
		{"a term", "names:\n  - {kind: term, was: kerb, now: edge}\naddresses:\n  - {was: /words/kerb/, now: /words/edge}\n", []string{"term:kerb", "term:edge"}, []string{"/kerb.", "/edge."},
			[]string{"content/words/edge.nl.md:1 renamed: renamed term:kerb → term:edge"}},
		{"a heading", "headings:\n  - {page: /lane, was: width, now: breadth}\n", []string{"#width", "#breadth"}, nil,
			[]string{"content/lane.en.md:7 renamed: renamed /lane#width → /lane#breadth"}},
		{"a page that went into another", "names:\n  - {kind: page, was: /words/kerb, now: /lane}\n", nil, []string{"/kerb.en", "/none.en"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, d := range Changes(after(t, "", nil, nil), after(t, c.redirects, c.texts, c.files)) {
				got = append(got, fmt.Sprintf("%s:%d %s: %s", d.File, d.Line, d.Rule, d.Message))
			}
			if c.want == nil { // all of it is told
				if !strings.Contains(strings.Join(got, "\n"), "guard") || !strings.Contains(strings.Join(got, "\n"), "removed") {
					t.Error(got)
				}
				return
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Readers are not told that a page is new that only has another name.
func TestTellOfARename(t *testing.T) {
	got := Tell(after(t, "", nil, nil), after(t, "names:\n  - {kind: page, was: /lane, now: /lanes}\n", []string{"lane.md", "lanes.md"}, []string{"/lane.", "/lanes."}))
	want := []site.Told{{Of: "page:/lanes", Lang: "en", Kinds: []string{"translation"}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
