package plot

import (
	"encoding/xml"
	"errors"
	"io"
	"regexp"
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
		"about it":   {Row{From: number(8), To: number(17), About: true}, `<path stroke-dasharray="4 3" d`, "url(#p-hatch)\" d"},
		"no number":  {Row{Instead: "geen getal"}, "geen getal", `aria-hidden="true" stroke`},
	} {
		c.row.Value, c.row.Counts, c.row.Link = "x", `een "teken" & meer`, "/a/"
		svg := SVG("p", "Titel", "", []Panel{{Title: "mensen", Rows: []Row{c.row}}}, plain)
		if !strings.Contains(svg, c.want) || strings.Contains(svg, c.not) || strings.Count(svg, `<a href="/a/">`) != 1 {
			t.Errorf("%s: %s", name, svg)
		}
		wellFormed(t, svg)
	}
}

// A part of a whole has a bar from nothing to where it is at least.
func TestShare(t *testing.T) {
	for _, row := range []Row{{From: number(50), To: number(50)}, {From: number(50)}, {To: number(50)}} {
		svg := SVG("p", "Titel", "", []Panel{{Title: "procent", Whole: 100, Rows: []Row{row}}}, plain)
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

// An axis begins at nothing, or below it, has few and round numbers, halves only where there are halves, and leaves
// room; that of parts of a whole is the whole.
func TestAxis(t *testing.T) {
	for _, c := range []struct {
		from, to, whole float64
		want            string
	}{
		{70, 70, 0, "0 50 100"}, {3, 3, 0, "0 1 2 3 4"}, {1700, 1700, 0, "0 500 1000 1500 2000"}, {8.8, 8.8, 100, "0 50 100"},
		{0, 0, 0, "0 1"}, {1, 1, 0, "0 1 2"}, {0.5, 1, 0, "0 0.5 1 1.5"}, {-4, 3, 0, "-5 0 5"}, {-0.3, -0.2, 0, "-0.4 -0.3 -0.2 -0.1 0"},
		{1e12, 1e12, 0, "0 500000000000 1000000000000 1500000000000"},
	} {
		p := Panel{Rows: []Row{{From: number(c.from), To: number(c.to)}}, Whole: c.whole}
		axis, ticks := p.axis()
		var got []string
		for _, tick := range ticks {
			got = append(got, strconv.FormatFloat(tick, 'f', -1, 32))
			if x := at(axis, tick); x < left || x > right {
				t.Errorf("%v stands at %d", tick, x)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%v to %v: %v, want %s", c.from, c.to, got, c.want)
		}
	}
}

// Times stand where they belong between the first year and the end of the last: a month is a dot, a year is hatched, and
// open when it is about. Round numbers under the axis stand free of each other.
func TestYears(t *testing.T) {
	row := func(from, to float64, about bool) Row {
		return Row{Value: "x", Link: "/a/", From: &from, To: &to, About: about}
	}
	for name, c := range map[string]struct {
		rows []Row
		want string
	}{
		"a month":         {[]Row{row(2020, 2020.08, false), row(2030, 2030.08, false)}, `<circle cx="11" cy="40" r="6" fill="currentColor"/>`},
		"a year":          {[]Row{row(2020, 2021, false), row(2025, 2026, false)}, `fill="url(#p-hatch)" d="M10 33h50v14h-50z"`},
		"about a year":    {[]Row{row(2020, 2021, true), row(2025, 2026, false)}, `stroke-dasharray="4 3" d="M10 33h50v14h-50z"`},
		"one year":        {[]Row{row(2025.5, 2025.58, false)}, `text-anchor="start">2025</text><text x="310" y="74" text-anchor="end">2026</text>`},
		"every other":     {[]Row{row(2017, 2018, false), row(2026, 2027, false)}, `>2017</text><text x="70" y="130" text-anchor="middle">2019</text>`},
		"a hundred of it": {[]Row{row(1926, 1927, false), row(2025, 2026, false)}, `>1930</text>`},
	} {
		svg := SVG("p", "Titel", "", []Panel{{Rows: c.rows, Years: true}}, plain)
		if !strings.Contains(svg, c.want) {
			t.Errorf("%s: %s", name, svg)
		}
		wellFormed(t, svg)
	}
}

// A panel that is longer than a sheet is divided into parts of about one length, with the same axis and every row once.
func TestParts(t *testing.T) {
	for rows, want := range map[int]int{1: 1, 10: 1, 20: 2, 40: 3} {
		p := Panel{Years: true}
		for i := range rows {
			p.Rows = append(p.Rows, Row{Value: strconv.Itoa(2000 + i), Link: "/", From: number(float64(2000 + i)), To: number(float64(2001 + i))})
		}
		parts, n := p.Parts(), 0
		for i := range parts {
			axis, ticks := parts[i].axis()
			whole, all := p.axis()
			if axis != whole || len(ticks) != len(all) || len(parts[i].Rows) < rows/want-1 {
				t.Errorf("%d rows: part %d has %d, from %v to %v", rows, i+1, len(parts[i].Rows), axis.Min, axis.Max)
			}
			for _, row := range parts[i].Rows {
				if row.Value != strconv.Itoa(2000+n) {
					t.Errorf("%d rows: row %d is %s", rows, n+1, row.Value)
				}
				n++
			}
		}
		if len(parts) != want || n != rows {
			t.Errorf("%d rows: %d in %d parts, want %d", rows, n, len(parts), want)
		}
	}
}

// What records may hold spoils no drawing: nothing leaves it, and it stays XML.
func TestHostile(t *testing.T) {
	long := strings.Repeat("x", 90)
	for _, n := range []float64{-1e12, -1, 0, 1e-9, 1e12, 1e300} {
		row := Row{Value: long + " <script>", Counts: "a\x00\u202e\x1b" + long, Origin: long, Link: `/"><b>`, From: number(n), To: number(n)}
		at := Row{Value: "a", Link: "/", To: number(1)}
		svg := SVG(`p"`, long+`"&`, long, []Panel{{Title: long, Rows: []Row{row, at}}, {Rows: []Row{{Instead: long}}}}, plain)
		wellFormed(t, svg)
		if strings.ContainsAny(svg, "\x00\x1b") || strings.Contains(svg, "<script") || strings.Contains(svg, strings.Repeat("x", perLine+1)+" ") {
			t.Errorf("%v: %s", n, svg)
		}
		for _, m := range regexp.MustCompile(`(?:cx|x)="(-?\d+)"`).FindAllStringSubmatch(svg, -1) {
			if x, _ := strconv.Atoi(m[1]); x < 0 || x > width {
				t.Errorf("%v: something stands at %d", n, x)
			}
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
	for _, text := range wrap(strings.Repeat("woord ", 40)+strings.Repeat("x", 100), perLine) {
		if len(text) > perLine {
			t.Errorf("%d letters: %s", len(text), text)
		}
	}
}
