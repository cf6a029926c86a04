// Package plot draws figures beside each other as SVG: what was counted in
// words, and under it the number on an axis that only figures of one unit share.
// Nothing joins two marks: what was counted differs from one to the next.
package plot

import (
	"cmp"
	"fmt"
	"math"
	"strings"

	"github.com/aclements/go-moremath/scale"
)

// Panel holds the figures of one unit, which share an axis.
type Panel struct {
	Title string
	Rows  []Row
	Whole float64 // where the axis ends, for parts of a whole; 0 to let the numbers say
}

// Row is one figure. All of it is one link.
type Row struct {
	Value    string // in words, as the source has it
	Counts   string // what was counted
	Origin   string // source and day
	Link     string
	From, To *float64 // without both it has no number and no mark
	About    bool
	Instead  string // what is said where there is no number
}

// The sizes of a drawing, in units of which a phone shows one as a pixel.
const (
	width   = 320
	left    = 8
	right   = width - 8
	size    = 15
	line    = 20
	track   = 28
	perLine = 42 // letters of that size
)

// drawing is an SVG on its way, with the place where the next thing goes.
type drawing struct {
	strings.Builder
	y       int
	hatch   string // the address of the pattern
	whole   bool   // that the panel is of parts of a whole
	numbers func(float64) string
}

// SVG draws panels below each other. The id keeps apart what the drawing and
// others on its page define; numbers writes a number in the reader's language.
func SVG(id, title string, panels []Panel, numbers func(float64) string) string {
	d := &drawing{hatch: "url(#" + id + "-hatch)", numbers: numbers}
	for i := range panels {
		d.panel(&panels[i])
	}
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="100%%" role="group" aria-label="%s" font-family="sans-serif" font-size="%d" fill="currentColor" stroke-width="2">`, width, d.y+4, escape(title), size) +
		fmt.Sprintf(`<pattern id="%s-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0v6" stroke="currentColor" stroke-width="4"/></pattern>`, id) +
		d.String() + "</svg>"
}

func (d *drawing) panel(p *Panel) {
	axis, ticks := p.axis()
	d.whole = p.Whole > 0
	d.y += line + 4
	d.text(p.Title, `font-weight="700"`)
	for _, row := range p.Rows {
		d.row(&row, axis, ticks)
	}
	if len(ticks) > 0 {
		d.labels(axis, ticks)
	}
	d.y += line / 2
}

// axis returns where numbers of the panel stand, and the round ones among them;
// none when nothing in the panel has a number.
func (p *Panel) axis() (axis scale.Linear, ticks []float64) {
	axis.Max = p.Whole
	for _, row := range p.Rows {
		for _, number := range []*float64{row.From, row.To} {
			if number != nil && p.Whole == 0 {
				axis.Max = math.Max(axis.Max, *number)
			}
		}
	}
	if axis.Max == 0 {
		return axis, nil
	}
	options := scale.TickOptions{Max: 5}
	if p.Whole == 0 {
		axis.Max *= 1.1 // room for an arrow
		axis.Nice(options)
	}
	ticks, _ = axis.Ticks(options)
	return axis, ticks
}

func (d *drawing) row(row *Row, axis scale.Linear, ticks []float64) {
	top := d.y
	fmt.Fprintf(d, `<a href="%s">`, escape(row.Link))
	d.line(row.Value, `font-weight="700"`)
	for _, text := range wrap(row.Counts + "; " + row.Origin) {
		d.line(text, "")
	}
	if row.From == nil && row.To == nil {
		d.line(row.Instead, `font-style="italic"`)
	} else {
		d.track(row, axis, ticks)
	}
	d.y += 8
	fmt.Fprintf(d, `<path d="M0 %dh%dv%dH0z" fill="transparent" stroke="none"/></a>`, top+4, width, d.y-top-4)
}

// line writes a text below what there is.
func (d *drawing) line(text, attributes string) {
	d.y += line
	d.text(text, attributes)
}

func (d *drawing) text(text, attributes string) {
	if attributes != "" {
		attributes = " " + attributes
	}
	fmt.Fprintf(d, `<text x="%d" y="%d"%s>%s </text>`, left, d.y, attributes, escape(text))
}

// track draws the axis under a figure and the mark on it: a dot for one number,
// an open one for about, a hatched bar from one to another, and an arrow where
// it is at least or at most that. A part of a whole has a bar as long as it is.
func (d *drawing) track(row *Row, axis scale.Linear, ticks []float64) {
	middle := d.y + track/2 + 2
	d.y += track
	fmt.Fprintf(d, `<g aria-hidden="true" stroke="currentColor" fill="none"><path stroke-width="1" d="M%d %dH%d`, left, middle, right)
	for _, tick := range ticks {
		fmt.Fprintf(d, "M%d %dv8", at(axis, tick), middle-4)
	}
	d.WriteString(`"/>`)
	if d.whole {
		d.share(at(axis, 0), at(axis, *cmp.Or(row.From, row.To)), middle)
	}
	switch {
	case row.To == nil:
		x := at(axis, *row.From)
		fmt.Fprintf(d, `<path stroke-dasharray="4 3" d="M%d %dH%d"/><path d="M%d %dl8 6l-8 6"/>`, x, middle-1, right-2, right-9, middle-7)
		d.dot(x, middle, row.About)
	case row.From == nil:
		x := at(axis, *row.To)
		fmt.Fprintf(d, `<path stroke-dasharray="4 3" d="M%d %dH%d"/><path d="M%d %dl-8 6l8 6"/>`, left+2, middle-1, x, left+9, middle-7)
		d.dot(x, middle, row.About)
	case *row.From < *row.To:
		from, to := at(axis, *row.From), at(axis, *row.To)
		fmt.Fprintf(d, `<path fill="%s" d="M%d %dh%dv14h%dz"/>`, d.hatch, from, middle-7, to-from, from-to)
	default:
		d.dot(at(axis, *row.From), middle, row.About)
	}
	d.WriteString("</g>")
}

// share draws the part that is certain, from nothing on.
func (d *drawing) share(from, to, middle int) {
	fmt.Fprintf(d, `<path fill="%s" d="M%d %dh%dv10h%dz"/>`, d.hatch, from, middle-5, to-from, from-to)
}

func (d *drawing) dot(x, y int, about bool) {
	fill := ` fill="currentColor"`
	if about {
		fill = ""
	}
	fmt.Fprintf(d, `<circle cx="%d" cy="%d" r="6"%s/>`, x, y, fill)
}

// labels writes the round numbers under the axis, the last ends where it does.
func (d *drawing) labels(axis scale.Linear, ticks []float64) {
	d.y += line - 6
	d.WriteString(`<g aria-hidden="true" font-size="13">`)
	for i, tick := range ticks {
		anchor := "middle"
		switch {
		case i == 0:
			anchor = "start"
		case at(axis, tick) > right-24:
			anchor = "end"
		}
		fmt.Fprintf(d, `<text x="%d" y="%d" text-anchor="%s">%s</text>`, at(axis, tick), d.y, anchor, escape(d.numbers(tick)))
	}
	d.WriteString("</g>")
}

// at returns where a number stands.
func at(axis scale.Linear, number float64) int {
	return left + 2 + int(math.Round(axis.Map(number)*(right-left-4)))
}

// wrap divides a text into lines.
func wrap(text string) (lines []string) {
	last := ""
	for _, word := range strings.Fields(text) {
		if last != "" && len([]rune(last))+len([]rune(word)) >= perLine {
			lines, last = append(lines, last), ""
		}
		last = strings.TrimSpace(last + " " + word)
	}
	return append(lines, last)
}

var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;").Replace
