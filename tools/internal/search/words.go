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

// places are the words of all passages, each with the passages that have
// it, by their numbers; and what people type who look for each passage. How
// often they have it is left out: it costs, and ranks no better.
type places struct {
	passages int // read so far
	of       map[string][]int
	asked    [][]string // what each passage is asked by
	page     []int      // of which page each passage is
	pages    int
}

// count lists the words of each passage, but for stop words: these say
// nothing about the subject, and stand nearly everywhere.
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

// untitle leaves the title out of a page's names, where it is the first of them: assets/js/search/opened.js puts it back.
func (p *page) untitle() {
	if len(p.Names) > 0 && p.Names[0] == strings.Join(text.QueryWords(p.Title), " ") {
		p.Names = p.Names[1:]
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
		p.asked, p.page = append(p.asked, passage.Asked), append(p.page, p.pages)
	}
	p.passages += len(page.Passages)
	p.pages++
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

// pack writes, for each of the words, in how many passages it is and how many passages lie between them; then for each passage what
// it is asked by: how many phrases, and of each its words.
func (p *places) pack(pack *packer, words []string) {
	last := 0
	for _, word := range words {
		at := p.of[word]
		pack.number(counts, len(at), 1, hash(2, uint32(last)))
		next, gap := 0, 0
		for i, passage := range at {
			even, before := (p.passages-next)/(len(at)-i), gap // gaps are the smaller the more passages there are
			gap = passage - next
			pack.number(gaps, gap, hash(3, size(even)), hash(4, size(before)<<8|size(len(at))), hash(5, uint32(next)))
			next = passage + 1
		}
		last = len(at)
	}
	p.packAsked(pack, words)
}

func (p *places) packAsked(pack *packer, words []string) {
	width, having := int(size(len(words))), make([][]int, p.passages)
	for w, word := range words {
		for _, passage := range p.of[word] {
			having[passage] = append(having[passage], w)
		}
	}
	for n, asked := range p.asked {
		page, passage := hash(7, uint32(p.page[n])), hash(8, uint32(n))
		contexts := func(before int) []uint32 { return []uint32{0, hash(6, uint32(before)), page, passage} }
		pack.number(phrases, len(asked), 9)
		for _, w := range having[n] { // people ask in words that stand there, more or less
			pack.learn(width, w, passage)
		}
		for _, phrase := range asked {
			now := contexts(0)
			for i, word := range strings.Fields(phrase) {
				if i > 0 {
					pack.symbol(another, 1, 1, salted(now, 0)...)
				}
				w, _ := slices.BinarySearch(words, word)
				pack.symbol(which, width, w, now...)
				now = contexts(w + 1)
			}
			pack.symbol(another, 1, 0, salted(now, 0)...)
		}
	}
}

func size(n int) uint32 { return uint32(bits.Len(uint(n))) }

// shared returns how many letters two words begin with alike, as far as one
// figure tells: letters of one byte, which browsers count the same.
func shared(a, b string) int {
	n := 0
	for n < min(len(a), len(b), base-1) && a[n] == b[n] && a[n] < utf8.RuneSelf {
		n++
	}
	return n
}
