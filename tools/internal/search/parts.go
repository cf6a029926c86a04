package search

import (
	"cmp"
	"compress/gzip"
	"encoding/json"
	"slices"
)

// Part is how large a part of an index may be when it is sent with gzip. A first
// search asks for one part, whatever the size of the site: docs/search.md.
const Part = 106_000

// parts cuts an index into as few files as it takes for none to be larger than
// Part. The pages that count most come first: the first file is searched at once,
// the next when those before it have nothing, or when a reader asks for more.
func parts(pages []*page, weights map[string]float64) ([][]byte, error) {
	weight := func(p *page) float64 {
		if w, ok := weights[p.Type]; ok {
			return w
		}
		return 1
	}
	slices.SortStableFunc(pages, func(a, b *page) int { return cmp.Compare(weight(b), weight(a)) })
	for n := 1; ; n++ {
		files, largest, err := share(pages, n)
		if err != nil || largest <= Part || n >= len(pages) {
			return files, err
		}
		n = max(n, largest*n/Part-1) // so many it takes at the least
	}
}

// share cuts an index into n files of about as many words, and returns them with
// the size of the largest.
func share(pages []*page, n int) (files [][]byte, largest int, err error) {
	total := 0
	for _, p := range pages {
		total += p.size()
	}
	for at := range n {
		var words places
		part := index{Pages: []*page{}}
		for sum := 0; len(pages) > 0 && (sum < total/n || at == n-1); pages = pages[1:] {
			sum += pages[0].size()
			words.add(pages[0])
			part.Pages = append(part.Pages, pages[0])
		}
		if part.Words = words.lines(); at == 0 {
			part.More = n - 1
		}
		text, err := json.Marshal(part)
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
		sum += 10 + len(passage.times)
	}
	return sum
}

// packed returns how large a text is with gzip.
func packed(text []byte) int {
	size := counter(0)
	pack := gzip.NewWriter(&size)
	pack.Write(text)
	pack.Close()
	return int(size)
}

type counter int

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}
