// Package plot draws figures beside each other as SVG: what was counted in
// words, and under it the number on an axis that only figures of one unit
// share. Nothing joins two marks: what was counted differs from one to the
// next. Events are drawn in the same way, on an axis of years.
package plot

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/aclements/go-moremath/scale"
)

// Panel holds the figures of one unit, which share an axis.
type Panel struct {
	Title string
	Rows  []Row
	Whole float64 // where the axis ends, for parts of a whole; 0 to let the numbers say
	Years bool    // that the numbers are years and parts of them, which begin anywhere

	along []float64 // of a part of a panel: the numbers of the whole, for the same axis
}

// Row is one figure, or one event. All of it is one link.
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
// Letters are few enough on a line for readers who set them wide apart.
const (
	width     = 320
	left      = 8
	right     = width - 8
	size      = 15
	line      = 20
	track     = 28
	radius    = 6
	perLine   = 32
	perBold   = 29
	digit     = 9 // how wide one is under the axis
	fewTicks  = 5
	manyYears = 12
	sheet     = 900 // how much fits on one in letters of 9 points, with what tells how to read it
)

// drawing is an SVG on its way, with the place where the next thing goes.
type drawing struct {
	strings.Builder
	y       int
	hatch   string // the address of the pattern
	whole   bool   // that the panel is of parts of a whole
	years   bool   // that it is of years
	numbers func(float64) string
}

// SVG draws panels below each other, and a foot below them. The id keeps
// apart what the drawing and others on its page define; numbers writes a
// number in the reader's language.
func SVG(id, title, foot string, panels []Panel, numbers func(float64) string) string {
	id = Escape(id)
	d := &drawing{hatch: "url(#" + id + "-hatch)", numbers: numbers}
	for i := range panels {
		d.panel(&panels[i])
	}
	for _, text := range wrap(foot, perLine) {
		d.line(text, "")
	}
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="100%%" role="group" aria-label="%s" font-family="sans-serif" font-size="%d" fill="currentColor" stroke-width="2">`, width, d.y+4, Escape(title), size) +
		fmt.Sprintf(`<pattern id="%s-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0v6" stroke="currentColor" stroke-width="4"/></pattern>`, id) +
		d.String() + "</svg>"
}

func (d *drawing) panel(p *Panel) {
	axis, ticks := p.axis()
	d.whole, d.years = p.Whole > 0, p.Years
	d.y += 4
	for _, text := range wrap(p.Title, perBold) {
		d.line(text, `font-weight="700"`)
	}
	for _, row := range p.Rows {
		d.row(&row, axis, ticks)
	}
	if len(ticks) > 0 {
		d.labels(axis, ticks)
	}
	d.y += line / 2
}

// axis returns where numbers of the panel stand, and the round ones among
// them; none when nothing in the panel has a number.
func (p *Panel) axis() (axis scale.Linear, ticks []float64) {
	numbers, options := p.numbers(), scale.TickOptions{Max: fewTicks}
	if len(numbers) == 0 {
		return axis, nil
	}
	least, most := slices.Min(numbers), slices.Max(numbers)
	if !slices.ContainsFunc(numbers, func(n float64) bool { return n != math.Trunc(n) }) {
		options.MaxLevel = math.MaxInt16 // no halves of what is counted in wholes
	}
	switch {
	case p.Years:
		axis.Min, axis.Max = math.Floor(least), math.Ceil(most)
		options = scale.TickOptions{Max: manyYears, MaxLevel: math.MaxInt16}
	case p.Whole > 0:
		axis.Max = p.Whole
	default:
		axis.Min, axis.Max = min(1.1*least, 0), max(1.1*most, 0) // room for an arrow
		if axis.Min == axis.Max {
			axis.Max = 1
		}
		axis.Nice(options)
	}
	ticks, _ = axis.Ticks(options)
	return axis, ticks
}

// Parts divides a panel that is longer than a sheet of paper holds in letters that can
// be read into a few of about one length, on the axis of the whole.
func (p *Panel) Parts() (parts []Panel) {
	axis, ticks := p.axis()
	var d drawing
	ends := []int{0} // where each row ends
	for i := range p.Rows {
		d.row(&p.Rows[i], axis, ticks)
		ends = append(ends, d.y)
	}
	part, most := p.part(), d.y/(d.y/sheet+1)+1
	for i, row := range p.Rows {
		if (ends[i]+ends[i+1])/2 > most*(len(parts)+1) {
			parts, part = append(parts, part), p.part()
		}
		part.Rows = append(part.Rows, row)
	}
	return append(parts, part)
}

// part returns a panel without rows on the axis of another.
func (p *Panel) part() Panel { return Panel{p.Title, nil, p.Whole, p.Years, p.numbers()} }

func (p *Panel) numbers() (numbers []float64) {
	if p.along != nil {
		return p.along
	}
	for _, row := range p.Rows {
		for _, number := range []*float64{row.From, row.To} {
			if number != nil {
				numbers = append(numbers, *number)
			}
		}
	}
	return numbers
}

func (d *drawing) row(row *Row, axis scale.Linear, ticks []float64) {
	top := d.y
	fmt.Fprintf(d, `<a href="%s">`, Escape(row.Link))
	for _, text := range wrap(row.Value, perBold) {
		d.line(text, `font-weight="700"`)
	}
	for _, text := range wrap(strings.Trim(strings.TrimSuffix(row.Counts, ".")+"; "+row.Origin, "; "), perLine) {
		d.line(text, "")
	}
	if row.From == nil && row.To == nil {
		for _, text := range wrap(row.Instead, perLine) {
			d.line(text, `font-style="italic"`)
		}
	} else {
		d.track(row, axis, ticks)
	}
	d.y += 8
	// all of the row is pressed; a fill, even one that is not seen, would be forced to a colour and hide the row
	fmt.Fprintf(d, `<path d="M0 %dh%dv%dH0z" fill="none" stroke="none" pointer-events="all"/></a>`, top+4, width, d.y-top-4)
}

func (d *drawing) line(text, attributes string) {
	d.y += line
	d.text(text, attributes)
}

func (d *drawing) text(text, attributes string) {
	if attributes != "" {
		attributes = " " + attributes
	}
	fmt.Fprintf(d, `<text x="%d" y="%d"%s>%s </text>`, left, d.y, attributes, Escape(text))
}

// track draws the axis under a figure and the mark on it.
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
	d.mark(row, axis, middle)
	d.WriteString("</g>")
}

// mark draws a dot for one number, an open one for about, a bar from one to
// another, and an arrow where it is at least or at most that. A part of a
// whole has a bar as long as it is. A time too short for a bar is a dot.
func (d *drawing) mark(row *Row, axis scale.Linear, middle int) {
	if row.To == nil {
		x := at(axis, *row.From)
		fmt.Fprintf(d, `<path stroke-dasharray="4 3" d="M%d %dH%d"/><path d="M%d %dl8 6l-8 6"/>`, x, middle-1, right-2, right-9, middle-7)
		d.dot(x, middle, row.About)
		return
	}
	to := at(axis, *row.To)
	if row.From == nil {
		fmt.Fprintf(d, `<path stroke-dasharray="4 3" d="M%d %dH%d"/><path d="M%d %dl-8 6l8 6"/>`, left+2, middle-1, to, left+9, middle-7)
		d.dot(to, middle, row.About)
		return
	}
	from := at(axis, *row.From)
	if *row.From == *row.To || d.years && to-from < 2*radius {
		d.dot((from+to)/2, middle, row.About)
		return
	}
	d.bar(from, max(to, from+3), middle, row.About)
}

// bar is hatched from one number to another, and open when it is about.
func (d *drawing) bar(from, to, middle int, about bool) {
	fill := `fill="` + d.hatch + `"`
	if about {
		fill = `stroke-dasharray="4 3"`
	}
	fmt.Fprintf(d, `<path %s d="M%d %dh%dv14h%dz"/>`, fill, from, middle-7, to-from, from-to)
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
	fmt.Fprintf(d, `<circle cx="%d" cy="%d" r="%d"%s/>`, x, y, radius, fill)
}

// labels writes the round numbers under the axis, as many as stand free of each
// other; what would leave the drawing ends or begins where the axis does.
func (d *drawing) labels(axis scale.Linear, ticks []float64) {
	d.y += line - 6
	d.WriteString(`<g aria-hidden="true" font-size="13">`)
	widest := 0
	for _, tick := range ticks {
		widest = max(widest, digit*utf8.RuneCountInString(d.numbers(tick)))
	}
	every := 1
	for every < len(ticks) && at(axis, ticks[every])-at(axis, ticks[0]) < widest*3/2+4 {
		every++
	}
	for i := 0; i < len(ticks); i += every {
		x, anchor := at(axis, ticks[i]), "middle"
		switch {
		case x-widest/2 < 0:
			anchor = "start"
		case x+widest/2 > width:
			anchor = "end"
		}
		fmt.Fprintf(d, `<text x="%d" y="%d" text-anchor="%s">%s</text>`, x, d.y, anchor, Escape(d.numbers(ticks[i])))
	}
	d.WriteString("</g>")
}

func at(axis scale.Linear, number float64) int {
	return left + 2 + int(math.Round(axis.Map(number)*(right-left-4)))
}

// wrap divides a text into lines, and words that are longer than one.
func wrap(text string, most int) (lines []string) {
	var last []rune
	for _, field := range strings.Fields(text) {
		word := []rune(field)
		if len(last) > 0 && len(last)+len(word) >= most {
			lines, last = append(lines, string(last)), nil
		}
		for ; len(word) > most; word = word[most:] {
			lines = append(lines, string(word[:most]))
		}
		if len(last) > 0 {
			last = append(last, ' ')
		}
		last = append(last, word...)
	}
	if len(last) > 0 {
		lines = append(lines, string(last))
	}
	return lines
}

// Escape writes a text for XML: what XML cannot hold as a sign that something is missing.
func Escape(text string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(text)) // a strings.Builder takes all
	return b.String()
}
