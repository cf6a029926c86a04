package passage

import (
	"bytes"
	"context"
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"

	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/links"
	"comwijzer/tools/internal/text"
)

// A document is the text of a page or PDF, in reading order.
type document struct {
	blocks []block
	paged  bool // the blocks are the pages of a PDF
}

// A block is a heading, a paragraph, the item of a list, or a page of a PDF.
type block struct {
	text      string
	level     int  // of a heading, else 0
	paragraph bool // as people count them
	aside     bool // navigation and the like, outside the text proper
}

// ErrNoReader says that this machine cannot read PDF.
var ErrNoReader = errors.New("pdftotext is not on this machine")

// read returns the text of a document, or why there is none to watch.
func read(ctx context.Context, d links.Document, pdf PDF) (doc document, err error) {
	switch {
	case bytes.HasPrefix(d.Body, []byte("%PDF-")):
		pages, err := pdf(ctx, d.Body)
		if err != nil {
			return doc, err
		}
		doc.paged = true // poppler has mended words that were broken at the end of a line
		for _, page := range pages {
			doc.blocks = append(doc.blocks, block{text: page})
		}
	case d.IsHTML():
		doc.blocks = readHTML(d.Text())
	default:
		return doc, errors.New("it is neither a page nor a PDF")
	}
	if !enough(doc.main()) {
		return doc, errors.New("it holds no text, or only for who runs scripts")
	}
	return doc, nil
}

// main returns the text proper.
func (d document) main() []block {
	return slices.DeleteFunc(slices.Clone(d.blocks), func(b block) bool { return b.aside })
}

// locate returns the blocks of the places that a locator names: pages of a
// PDF, the section under a heading that it names or numbers, or paragraphs
// with their neighbours, because people count differently. Nothing when
// there is no such place.
func (d document) locate(locator string, locators *cite.Locators) (out []block) {
	parts := locators.Parse(locator)
	if d.paged {
		return d.pages(parts)
	}
	blocks := d.main()
	if at := named(blocks, locator); at >= 0 {
		return section(blocks, at)
	}
	for _, p := range parts {
		switch p.Kind {
		case "chapter", "section", "step":
			if at := numbered(blocks, p.First); at >= 0 {
				out = append(out, section(blocks, at)...)
			}
		case "paragraph":
			out = append(out, paragraphs(blocks, p.First, p.Last)...)
		}
	}
	return out
}

// named finds the longest heading that stands in a locator, -1 for none.
func named(blocks []block, locator string) int {
	const shortest = 4 // letters; less may be anything
	at, length := -1, shortest-1
	for i, b := range blocks {
		heading := text.Fold(b.text)
		if b.level > 0 && len(heading) > length && strings.Contains(" "+text.Fold(locator)+" ", " "+heading+" ") {
			at, length = i, len(heading)
		}
	}
	return at
}

// numbered finds the heading that begins with a number, before or behind
// one word: "2. The threat", "Chapter 2"; -1 for none.
func numbered(blocks []block, n int) int {
	return slices.IndexFunc(blocks, func(b block) bool {
		words := strings.Fields(text.Fold(b.text))
		return b.level > 0 && slices.Contains(words[:min(2, len(words))], strconv.Itoa(n))
	})
}

// section returns what stands below a heading, up to the next of its level.
func section(blocks []block, at int) []block {
	level := blocks[at].level
	end := slices.IndexFunc(blocks[at+1:], func(b block) bool { return b.level > 0 && b.level <= level })
	if end < 0 {
		return blocks[at:]
	}
	return blocks[at : at+1+end]
}

func paragraphs(blocks []block, first, last int) []block {
	only := slices.DeleteFunc(slices.Clone(blocks), func(b block) bool { return !b.paragraph })
	return slice(only, first-2, last+1)
}

// slice is s[from:to] as far as it goes.
func slice(s []block, from, to int) []block {
	from, to = max(from, 0), min(to, len(s))
	if from >= to {
		return nil
	}
	return s[from:to]
}

// pages returns the pages that a locator names by their printed numbers.
func (d document) pages(parts []cite.Part) (out []block) {
	shift := d.shift()
	for _, p := range parts {
		if p.Kind == "page" {
			out = append(out, slice(d.blocks, p.First-1-shift, p.Last-shift)...)
		}
	}
	return out
}

// shift returns how much higher the printed numbers are than the places of
// the pages: what most pages say in their first or last line; 0 when they
// do not.
func (d document) shift() int {
	votes := map[int]int{}
	for i, page := range d.blocks {
		for n := range edgeNumbers(page.text) {
			votes[n-i-1]++
		}
	}
	for _, shift := range slices.Sorted(maps.Keys(votes)) {
		if votes[shift]*2 > len(d.blocks) {
			return shift
		}
	}
	return 0
}

// edgeNumbers returns the numbers with which the first and last line of a
// page begin and end.
func edgeNumbers(page string) map[int]bool {
	lines := strings.Split(strings.TrimSpace(page), "\n")
	out := map[int]bool{}
	for _, line := range []string{lines[0], lines[len(lines)-1]} {
		words := append(strings.Fields(line), "")
		for _, word := range []string{words[0], words[max(0, len(words)-2)]} {
			if n, err := strconv.ParseUint(word, 10, 14); err == nil {
				out[int(n)] = true
			}
		}
	}
	return out
}
