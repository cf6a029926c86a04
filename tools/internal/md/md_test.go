package md

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"comwijzer/tools/internal/diag"
)

func parse(src string) *Doc {
	_, _, body, _ := FrontMatter([]byte(src))
	return Parse([]byte(src), body, diag.NewLines("x.md", []byte(src)))
}

const page = `---
title: é
---
Één [zin](term:zin). Nog *een [tweede](../a/b.md#c)* zin [hfst. 1](cite:bron) hier.

## Kop met ` + "`code`" + ` & *nadruk*

> [!NOTE]
> In een [kader](contact:x).

| a | b |
|---|---|
| [cel](figure:y) | ![alt](p.svg) |

` + "```figures\ntopic: z\n```" + `

- punt één
  - dieper <https://example.org/>

### Kop {#eigen}
## Kop met code  nadruk
`

func TestReferencesHaveTheirPlace(t *testing.T) {
	d := parse(page)
	var got []string
	for _, l := range d.Links {
		got = append(got, fmt.Sprintf("%s %s %q h%d", l.Position, l.Dest, l.Text, l.Heading))
	}
	want := []string{
		`x.md:4:5 term:zin "zin" h-1`,
		`x.md:4:31 ../a/b.md#c "tweede" h-1`,
		`x.md:4:58 cite:bron "hfst. 1" h-1`,
		`x.md:9:10 contact:x "kader" h0`,
		`x.md:13:3 figure:y "cel" h0`,
		`x.md:20:12 https://example.org/ "https://example.org/" h0`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if got := d.Images[0]; got.Position.String() != "x.md:13:21" || got.Alt != "alt" {
		t.Errorf("image %+v", got)
	}
	if b := d.Blocks[0]; b.Kind != "figures" || b.Line != 15 || b.BodyLine != 16 || string(b.Body) != "topic: z\n" {
		t.Errorf("block %+v", b)
	}
}

func TestHeadingIDsAreHugos(t *testing.T) {
	var got []string
	for _, h := range parse(page).Headings {
		got = append(got, fmt.Sprintf("%d %s %s %v", h.Level, h.Position, h.ID, h.Duplicate))
	}
	want := []string{
		"2 x.md:6:1 kop-met-code--nadruk false",
		"3 x.md:22:1 eigen false",
		"2 x.md:23:1 kop-met-code--nadruk-1 true",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestProseLeavesLocatorsOut(t *testing.T) {
	d := parse(page)
	p := d.Paragraphs[0]
	if want := "Één zin. Nog een tweede zin  hier."; p.Text != want {
		t.Errorf("text %q", p.Text)
	}
	if got := Sentence(p.Text, d.Links[1].Offset); got != "Nog een tweede zin  hier." {
		t.Errorf("sentence %q", got)
	}
	if got := Sentence(p.Text, d.Links[0].Offset); got != "Één zin." {
		t.Errorf("sentence %q", got)
	}
}

func TestFrontMatter(t *testing.T) {
	for src, want := range map[string]string{
		"---\na: 1\n---\nx":  `"a: 1\n" 13 true`,
		"---\r\na: 1\r\n---": `"a: 1\r\n" 14 true`,
		"---\n---\n":         `"" 8 true`,
		"":                   `"" 0 false`,
		"---":                `"" 0 false`,
		"---\na: 1\n":        `"a: 1\n" 0 false`,
		"x\n---\n":           `"" 0 false`,
	} {
		y, _, body, ok := FrontMatter([]byte(src))
		if got := fmt.Sprintf("%q %d %v", y, body, ok); got != want {
			t.Errorf("FrontMatter(%q) = %s, want %s", src, got, want)
		}
	}
}

func TestProseKnowsItsPlace(t *testing.T) {
	d := parse("Één *zin* met `code` [hfst. 1](cite:b) en é [woord](term:w).\n\n- punt\n\n| kop | |\n|---|---|\n| cel | x |\n")
	p := &d.Paragraphs[0]
	at := strings.Index(p.Text, "woord")
	if got := d.At(p, at).String(); got != "x.md:1:46" {
		t.Errorf("woord at %s in %q", got, p.Text)
	}
	if i := strings.Index(p.Text, "code"); !p.Literal(i) || p.Literal(i-1) || p.Literal(i+4) {
		t.Error("code span misplaced")
	}
	if len(p.Links) != 2 {
		t.Errorf("links %v", p.Links)
	}
	var kinds []string
	for _, p := range d.Paragraphs {
		kinds = append(kinds, p.Kind)
	}
	if diff := cmp.Diff([]string{"paragraph", "item", "cell", "cell", "cell"}, kinds); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"kop", ""}, d.Tables[0].Header); diff != "" {
		t.Error(diff)
	}
}

func TestSentencesJoinUp(t *testing.T) {
	text := "Een.  Twee? 3 is meer… 'Vier' o.a. vijf. "
	var got []string
	for _, s := range Sentences(text) {
		got = append(got, text[s.From:s.To])
	}
	if diff := cmp.Diff([]string{"Een.  ", "Twee? ", "3 is meer… ", "'Vier' o.a. vijf. "}, got); diff != "" {
		t.Error(diff)
	}
}

func TestAlertsAreTheSitesOwnWords(t *testing.T) {
	d := parse("> [!NOTE]\n> kader\n>\n> meer\n\n> citaat\n>\n> > [!TIP]\n> > dieper\n")
	var got []bool
	for _, p := range d.Paragraphs {
		got = append(got, p.Alert)
	}
	if diff := cmp.Diff([]bool{true, true, false, true}, got); diff != "" {
		t.Error(diff)
	}
	if got := d.Paragraphs[0].Text; got != "kader" {
		t.Errorf("text of an alert: %q", got)
	}
}

func TestVerbatim(t *testing.T) {
	d := parse("een *twee* drie\nvier `vijf`")
	p := &d.Paragraphs[0]
	for text, want := range map[string]bool{"een": true, "twee": true, "een twee": false, "drie vier": false, "vier": true, "vijf": false} {
		i := strings.Index(p.Text, text)
		if got := p.Verbatim(i, i+len(text)); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestExplicitHeadingIDs(t *testing.T) {
	d := parse("## Leiders {#leiders}\n\n## Omvang\n")
	if !d.Headings[0].Explicit || d.Headings[1].Explicit {
		t.Errorf("%+v", d.Headings)
	}
}

func TestManyHeadingsAlikeAreNumberedOn(t *testing.T) {
	d := parse(strings.Repeat("# a\n", 5) + "# a-2\n# a {#a}\n# a\n")
	var got []string
	for _, h := range d.Headings {
		got = append(got, h.ID)
	}
	if diff := cmp.Diff([]string{"a", "a-1", "a-2", "a-3", "a-4", "a-2-1", "a", "a-5"}, got); diff != "" {
		t.Error(diff)
	}
}
