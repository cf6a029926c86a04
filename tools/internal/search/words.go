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

// add reads the passages of a page.
func (p *places) add(page *page) {
	if p.of == nil {
		p.of = map[string][]place{}
	}
	for _, passage := range page.Passages {
		for _, w := range text.QueryWords(passage.Text) {
			at := p.of[w]
			if last := len(at) - 1; last >= 0 && at[last].passage == p.passages {
				at[last].times++
			} else {
				p.of[w] = append(at, place{p.passages, 1})
			}
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
