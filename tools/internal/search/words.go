package search

import (
	"math/bits"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"comwijzer/tools/internal/text"
)

const base = 36 // of the figures in fronts

// places are the words of all passages, each with the passages that have it, by
// their numbers; and what people type who look for each passage. How often they have it is left out: it costs, and ranks no better.
type places struct {
	passages int // read so far
	of       map[string][]int
	asked    [][]string // what each passage is asked by
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
	for n, passage := range page.Passages {
		for w := range passage.words {
			p.of[w] = append(p.of[w], p.passages+n)
		}
		for w := range strings.FieldsSeq(strings.Join(passage.Asked, " ")) {
			if _, known := p.of[w]; !known {
				p.of[w] = nil // people type it, and no passage has it so far
			}
		}
		p.asked = append(p.asked, passage.Asked)
	}
	p.passages += len(page.Passages)
}

// fronts lists words in order. Each begins with one figure: how many letters it
// begins with that the word before it has too. They are left out.
func fronts(words []string) string {
	var out []string
	before := ""
	for _, w := range words {
		same := shared(before, w)
		out = append(out, strconv.FormatInt(int64(same), base)+w[same:])
		before = w
	}
	return strings.Join(out, " ")
}

// packed returns, for each of the words, in how many passages it is and how many
// passages lie between them; then for each passage what it is asked by: how many
// phrases, and of each how many words and which.
func (p *places) packed(words []string) []byte {
	pack, counts, gaps := newPacker(), model{}, map[int]model{}
	for _, w := range words {
		at := p.of[w]
		pack.number(counts, len(at))
		usual := bits.Len(uint(len(at))) // gaps are the smaller the more there are
		if gaps[usual] == nil {
			gaps[usual] = model{}
		}
		for i, passage := range at {
			if i > 0 {
				passage -= at[i-1] + 1
			}
			pack.number(gaps[usual], passage)
		}
	}
	phrases, lengths, which, width := model{}, model{}, model{}, bits.Len(uint(len(words)))
	for _, asked := range p.asked {
		pack.number(phrases, len(asked))
		for _, phrase := range asked {
			list := strings.Fields(phrase)
			pack.number(lengths, len(list))
			for _, w := range list {
				n, _ := slices.BinarySearch(words, w)
				pack.fixed(which, 0, width, n)
			}
		}
	}
	return pack.done()
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
