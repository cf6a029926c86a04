package plot

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
	"testing"
)

func number(n float64) *float64 { return &n }

func plain(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }

// Each kind of number has a mark of its own, and all of a figure is one link.
func TestMarks(t *testing.T) {
	for name, c := range map[string]struct {
		row  Row
		want string
		not  string
	}{
		"one number": {Row{From: number(25), To: number(25)}, `r="6" fill="currentColor"`, "dasharray"},
		"about":      {Row{From: number(25), To: number(25), About: true}, `r="6"/>`, "dasharray"},
		"at least":   {Row{From: number(25)}, "dasharray", "url(#p-hatch)\" d"},
		"at most":    {Row{To: number(25)}, "l-8 6l8 6", "url(#p-hatch)\" d"},
		"a range":    {Row{From: number(8), To: number(17)}, `fill="url(#p-hatch)"`, "<circle"},
		"no number":  {Row{Instead: "geen getal"}, "geen getal", `aria-hidden="true" stroke`},
	} {
		c.row.Value, c.row.Counts, c.row.Link = "x", `een "teken" & meer`, "/a/"
		svg := SVG("p", "Titel", []Panel{{Title: "mensen", Rows: []Row{c.row}}}, plain)
		if !strings.Contains(svg, c.want) || strings.Contains(svg, c.not) || strings.Count(svg, `<a href="/a/">`) != 1 {
			t.Errorf("%s: %s", name, svg)
		}
		wellFormed(t, svg)
	}
}

// A part of a whole has a bar from nothing to where it is at least.
func TestShare(t *testing.T) {
	for _, row := range []Row{{From: number(50), To: number(50)}, {From: number(50)}, {To: number(50)}} {
		svg := SVG("p", "Titel", []Panel{{Title: "procent", Whole: 100, Rows: []Row{row}}}, plain)
		if !strings.Contains(svg, `fill="url(#p-hatch)" d="M10 `) || !strings.Contains(svg, "h150v10h-150z") {
			t.Error(svg)
		}
		wellFormed(t, svg)
	}
}

func wellFormed(t *testing.T, svg string) {
	t.Helper()
	for d := xml.NewDecoder(strings.NewReader(svg)); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatalf("%v: %s", err, svg)
		}
	}
}

// An axis begins at nothing, has few and round numbers, and leaves room; that of
// parts of a whole is the whole.
func TestAxis(t *testing.T) {
	for _, c := range []struct {
		most, whole float64
		want        string
	}{
		{70, 0, "0 50 100"}, {3, 0, "0 1 2 3 4"}, {1700, 0, "0 500 1000 1500 2000"}, {8.8, 100, "0 50 100"},
	} {
		p := Panel{Rows: []Row{{From: number(c.most), To: number(c.most)}}, Whole: c.whole}
		axis, ticks := p.axis()
		var got []string
		for _, tick := range ticks {
			got = append(got, plain(tick))
			if x := at(axis, tick); x < left || x > right {
				t.Errorf("%v stands at %d", tick, x)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("up to %v: %v, want %s", c.most, got, c.want)
		}
	}
}

// Figures without numbers have no axis: nothing is made up for them.
func TestNoAxisWithoutNumbers(t *testing.T) {
	if _, ticks := (&Panel{Rows: []Row{{Value: "tientallen"}}}).axis(); ticks != nil {
		t.Errorf("ticks %v", ticks)
	}
}

func TestWrap(t *testing.T) {
	for _, text := range wrap(strings.Repeat("woord ", 40)) {
		if len(text) > perLine {
			t.Errorf("%d letters: %s", len(text), text)
		}
	}
}
