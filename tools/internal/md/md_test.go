package md

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/text"
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
	if got := text.Sentence(p.Text, d.Links[1].Offset); got != "Nog een tweede zin  hier." {
		t.Errorf("sentence %q", got)
	}
	if got := text.Sentence(p.Text, d.Links[0].Offset); got != "Één zin." {
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

func TestAlertsMayHaveTitles(t *testing.T) {
	for src, want := range map[string][]string{
		"> [!NOTE] Een *titel*\n>\n> tekst":       {"Een titel", "tekst"},
		"> [!NOTE]- Wie belt u?\n>\n> - iemand":   {"Wie belt u?", "iemand"},
		"1. > [!TIP]+ In een lijst\n   >\n   > a": {"In een lijst", "a"},
		"> [!NOTE]-\n> zonder":                    {"zonder"},
	} {
		var got []string
		d := parse(src)
		for p := range d.Prose() {
			got = append(got, p.Text)
			if at := d.At(p, 0); !strings.HasPrefix(strings.Split(src, "\n")[at.Line-1][at.Column-1:], p.Text[:1]) {
				t.Errorf("%q: %q is said to stand at %v", src, p.Text, at)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q: %s", src, diff)
		}
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

// What a reader sees is what rules read, and every letter knows its place.
func TestTextIsWhatAReaderSees(t *testing.T) {
	d := parse("Bel 0800&nbsp;2000 of 0800\\-2000: cafe\u0301, fiets\u00adpad, t&#46;me, su&iuml;cide, `&amp;\\*`, 5 &lt; 6 &nope; \\a.\n")
	p := &d.Paragraphs[0]
	if want := "Bel 0800 2000 of 0800-2000: café, fietspad, t.me, suïcide, &amp;\\*, 5 < 6 &nope; \\a."; p.Text != want {
		t.Fatalf("text %q", p.Text)
	}
	for text, want := range map[string]int{"2000 of": 15, "-2000": 27, "café": 35, ", fiets": 40, "pad": 48, ".me": 54, "ïcide": 65, "< 6": 90} {
		if got := d.At(p, strings.Index(p.Text, text)); got.Column != want {
			t.Errorf("%q at %s, want column %d", text, got, want)
		}
	}
	for text, want := range map[string]bool{"Bel 0800": true, "0800 2000": false, "café": false, "fiets": true, "fietspad": false, "cide": true} {
		i := strings.Index(p.Text, text)
		if got := p.Verbatim(i, i+len(text)); got != want {
			t.Errorf("%q verbatim: %v", text, got)
		}
	}
}

func TestDestinationsAreDecoded(t *testing.T) {
	d := parse("[a](../weg/\\_index.md) [b](x.md?a&amp;b) ![c](d\\_e.svg)")
	if d.Links[0].Dest != "../weg/_index.md" || d.Links[1].Dest != "x.md?a&b" || d.Images[0].Dest != "d_e.svg" {
		t.Errorf("%q %q %q", d.Links[0].Dest, d.Links[1].Dest, d.Images[0].Dest)
	}
}

func TestNoLinkIsRenderedInAnImage(t *testing.T) {
	d := parse("![een [b](dood.md) <https://example.org/> ![c](c.svg)](x.svg) [![b](x.svg)](dood.md)")
	if len(d.Links) != 1 || d.Links[0].Dest != "dood.md" || len(d.Images) != 2 || d.Images[0].Alt != "een b https://example.org/ c" {
		t.Errorf("links %q, images %q", d.Links[0].Dest, d.Images[0].Alt)
	}
}

func TestAnchors(t *testing.T) {
	d := parse("Een alinea.\n{#een .x}\n\n{#los}\n\n- a\n- b\n{#lijst}\n\n## Kop\n{#niet}\n\n```text\n```\n{#blok}\n")
	if got := strings.Join(d.Anchors, " "); got != "een lijst niet" {
		t.Errorf("anchors %q", got)
	}
}

func TestIDsOfOddHeadings(t *testing.T) {
	for heading, want := range map[string]string{
		"Week 1&ndash;3":      "week-13",
		"A &#38; b":           "a-38-b",
		"Café \\& *meer*":     "café--meer",
		"cafe\u0301":          "cafe",
		"*a **b** c* d":       "a--d",
		"[een `b`](x.md) c":   "een--c",
		"![alt](x.svg) na":    "alt-na",
		"<b>vet</b> weg":      "vet-weg",
		"!!!":                 "heading",
		"fiets\u00adpad":      "fietspad",
		"`code` & <i>x</i>":   "code--x",
		"Kop {#Eigen-Naam}":   "Eigen-Naam",
		"https://a.example x": "x",
	} {
		if got := parse("## " + heading + "\n").Headings[0].ID; got != want {
			t.Errorf("%q: id %q, want %q", heading, got, want)
		}
	}
	if d := parse("Eerste *regel\ntweede* regel\n---\n\n##\n"); d.Headings[0].ID != "regel" || d.Headings[1].ID != "" {
		t.Errorf("%q %q", d.Headings[0].ID, d.Headings[1].ID)
	}
}

// Of two headings with one id the first is found, as in a browser.
func TestHeadingsAreFoundByID(t *testing.T) {
	d := parse("## Een {#a}\n\n## Twee {#a}\n\n## Drie\n")
	if h := d.Heading("a"); h == nil || h.Text != "Een" {
		t.Errorf("%+v", h)
	}
	if d.Heading("drie") == nil || d.Heading("vier") != nil {
		t.Error("drie or vier")
	}
}
