package between

import (
	"fmt"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"comwijzer/tools/internal/site"
)

// things is a site each of whose pages speaks of one of five things, alike in both languages but for
// those files of which other texts are given.
func things(texts map[string]string) fstest.MapFS {
	const front = "---\ntitle: A\ntype: explainer\n---\nA\n\n%s\n"
	files := fstest.MapFS{"config.toml": {Data: []byte(config)}}
	dutch, english := []string{"brug", "straat", "boom", "huis", "veld"}, []string{"bridge", "street", "tree", "house", "field"}
	for i := range 40 {
		nl, en := fmt.Sprintf("content/%02d.nl.md", i), fmt.Sprintf("content/%02d.en.md", i)
		files[nl] = &fstest.MapFile{Data: fmt.Appendf(nil, front, fmt.Sprintf("Daar staat %c een %s.", 'A'+i, dutch[i%5]))}
		files[en] = &fstest.MapFile{Data: fmt.Appendf(nil, front, fmt.Sprintf("There is %c a %s.", 'A'+i, english[i%5]))}
	}
	for name, text := range texts {
		files[name].Data = fmt.Appendf(nil, front, text)
	}
	return files
}

// A word for which the other language has none of those that it is translated with elsewhere is told
// where one language changed since somebody compared them, and only in the text that changed.
func TestUnanswered(t *testing.T) {
	seen, _ := site.Load(things(nil))
	state := State{}
	for _, p := range Sections(seen) {
		state.Say(p.Place, p.Other.Lang, p.Marks())
	}
	for _, c := range []struct {
		name  string
		texts map[string]string
		want  []string
	}{
		{"nothing changed", nil, nil},
		{"a word replaced", map[string]string{"content/00.nl.md": "Daar staat een straat."}, []string{
			`content/00.en.md:7 /00# changed in language "nl", not in "en": nothing is there for "straat" ("street"), "bridge" ("brug")`}},
		{"one lost in the other language", map[string]string{"content/01.en.md": "There is one."}, []string{
			`content/01.nl.md:7 /01# changed in language "en", not in "nl": nothing is there for "straat" ("street")`}},
		{"reworded", map[string]string{"content/00.nl.md": "Een brug staat daar ook."}, []string{
			`content/00.en.md:7 /00# changed in language "nl", not in "en"`}},
		{"both changed", map[string]string{"content/00.nl.md": "Daar staat een straat.", "content/00.en.md": "There is one bridge."}, []string{
			`content/00.en.md:7 /00# changed in languages "nl" and "en"`}},
	} {
		files := things(c.texts)
		files[StateFile] = &fstest.MapFile{Data: state.YAML()}
		s, _ := site.Load(files)
		var got []string
		for _, d := range NewStandings(s).Drifted() {
			got = append(got, d.At().String()+" "+d.String())
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s:\n%s", c.name, diff)
		}
	}
}

// A state that an older program wrote has no marks of texts: what changed may be any of them.
func TestAlteredWithoutMarks(t *testing.T) {
	s, _ := site.Load(things(nil))
	for _, p := range Sections(s) {
		theirs, _ := marksOf(p.Marks())
		if got := p.Lead.altered(theirs); len(got) > 0 {
			t.Fatalf("%s: %d texts altered, of none", p.Place, len(got))
		}
		theirs.texts = ""
		if got := p.Lead.altered(theirs); len(got) != len(p.Lead.Texts) {
			t.Fatalf("%s: %d texts altered, want all %d", p.Place, len(got), len(p.Lead.Texts))
		}
	}
}
