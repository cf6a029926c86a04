package search

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"comwijzer/tools/internal/text"
)

const base = 36 // of the numbers in places: short, and still to be read

// places are the words of all passages, each with the passages that have it, by
// their numbers. How often they have it is left out: it costs, and ranks no better.
type places struct {
	passages int // read so far
	of       map[string][]int
}

// count lists the words of each passage, but for stop words: these say nothing
// about the subject, and stand nearly everywhere.
func (p *page) count(stops map[string]bool) {
	for _, passage := range p.Passages {
		passage.words = map[string]bool{}
		for _, w := range text.QueryWords(passage.Text) {
			if !stops[w] {
				passage.words[w] = true
			}
		}
	}
}

// add takes the passages of a page.
func (p *places) add(page *page) {
	if p.of == nil {
		p.of = map[string][]int{}
	}
	for _, passage := range page.Passages {
		for w := range passage.words {
			p.of[w] = append(p.of[w], p.passages)
		}
		p.passages++
	}
}

// lines lists the words in order, each with its places: how much further on than
// the one before. A line begins with one figure: how many letters
// the word begins with that the word before it has too. They are left out.
func (p *places) lines() []string {
	var out []string
	before := ""
	for _, w := range slices.Sorted(maps.Keys(p.of)) {
		same := shared(before, w)
		line, last := []string{strconv.FormatInt(int64(same), base) + w[same:]}, 0
		before = w
		for _, at := range p.of[w] {
			line, last = append(line, strconv.FormatInt(int64(at-last), base)), at
		}
		out = append(out, strings.Join(line, " "))
	}
	return out
}

// shared returns how many letters two words begin with alike, as far as one figure
// tells: letters of one byte, which browsers count the same.
func shared(a, b string) int {
	n := 0
	for n < min(len(a), len(b), base-1) && a[n] == b[n] && a[n] < utf8.RuneSelf {
		n++
	}
	return n
}
