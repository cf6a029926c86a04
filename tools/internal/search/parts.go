package search

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"slices"
)

// Part is how large a part of an index may be when it is sent with gzip. A first
// search asks for one part, whatever the size of the site: docs/search.md.
const Part = 118_000

// parts cuts an index into files of which none is larger than Part, each as
// full as can be. The pages that count most come first: the first file is
// searched at once, the next when those before it have nothing, or when a
// reader asks for more. It returns how large all would be in one, too.
func parts(pages []*page, weights map[string]float64, lexicon []byte) (files [][]byte, whole int, err error) {
	weight := func(p *page) float64 {
		if w, ok := weights[p.Type]; ok {
			return w
		}
		return 1
	}
	slices.SortStableFunc(pages, func(a, b *page) int { return cmp.Compare(weight(b), weight(a)) })
	all := 0
	for _, p := range pages {
		all += p.size()
	}
	files, whole, err = cut(pages, all, lexicon)
	largest := whole
	for room := all; err == nil && largest > Part && room > 0; files, largest, err = cut(pages, room, lexicon) {
		room = min(room*19/20, room*Part/largest)
	}
	return files, whole, err
}

// cut makes files of pages for which there is room, by their size, and
// returns them with how large the largest is with gzip.
func cut(pages []*page, room int, lexicon []byte) (files [][]byte, largest int, err error) {
	var of [][]*page
	sum := room
	for _, p := range pages {
		if sum += p.size(); sum > room || len(of) == 0 {
			of, sum = append(of, nil), p.size()
		}
		of[len(of)-1] = append(of[len(of)-1], p)
	}
	for n, pages := range of {
		part, found := part{Pages: pages}, places{}
		for _, p := range pages {
			found.add(p)
		}
		if n == 0 {
			part.More = len(of) - 1
		}
		text, err := part.file(found, lexicon)
		lexicon = nil // the first has it for all
		if err != nil {
			return nil, 0, err
		}
		files, largest = append(files, text), max(largest, packed(text))
	}
	return files, largest, nil
}

// size returns about how much room a page takes in an index.
func (p *page) size() int {
	sum := 20
	for _, passage := range p.Passages {
		sum += 10 + len(passage.words) + 5*len(passage.Asked)
	}
	return sum
}

// packed returns how large a text is with gzip.
func packed(text []byte) int {
	var b bytes.Buffer
	pack := gzip.NewWriter(&b)
	pack.Write(text)
	pack.Close()
	return b.Len()
}
