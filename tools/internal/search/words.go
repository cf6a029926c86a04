package search

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"comwijzer/tools/internal/text"
)

const base = 36 // of the numbers in places: short, and still to be read

// places are the words of all passages, each with the passages that have it.
type places struct {
	passages int // read so far
	of       map[string][]place
}

// A place is a passage that has a word, by its number, and how often it does.
type place struct{ passage, times int }

// count counts the words of each passage, but for stop words: these say nothing
// about the subject, and stand nearly everywhere.
func (p *page) count(stops map[string]bool) {
	for _, passage := range p.Passages {
		passage.times = map[string]int{}
		for _, w := range text.QueryWords(passage.Text) {
			if !stops[w] {
				passage.times[w]++
			}
		}
	}
}

// add takes the passages of a page.
func (p *places) add(page *page) {
	if p.of == nil {
		p.of = map[string][]place{}
	}
	for _, passage := range page.Passages {
		for w, times := range passage.times {
			p.of[w] = append(p.of[w], place{p.passages, times})
		}
		p.passages++
	}
}

// lines lists the words in order, each with its places: how much further on than
// the one before, and *n where it stands n times.
func (p *places) lines() []string {
	var out []string
	for _, w := range slices.Sorted(maps.Keys(p.of)) {
		line, last := []string{w}, 0
		for _, at := range p.of[w] {
			step := strconv.FormatInt(int64(at.passage-last), base)
			if at.times > 1 {
				step += fmt.Sprint("*", at.times)
			}
			line, last = append(line, step), at.passage
		}
		out = append(out, strings.Join(line, " "))
	}
	return out
}
