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

// places lists the words of all passages, each with the passages that have it:
// how much further on than the one before, and *n where it stands n times.
func places(pages []*page) []string {
	counts := map[string]map[int]int{}
	number := 0
	for _, p := range pages {
		for _, passage := range p.Passages {
			for _, w := range text.QueryWords(passage.Text) {
				if counts[w] == nil {
					counts[w] = map[int]int{}
				}
				counts[w][number]++
			}
			number++
		}
	}
	var out []string
	for _, w := range slices.Sorted(maps.Keys(counts)) {
		line, last := []string{w}, 0
		for _, at := range slices.Sorted(maps.Keys(counts[w])) {
			place := strconv.FormatInt(int64(at-last), base)
			if n := counts[w][at]; n > 1 {
				place += fmt.Sprint("*", n)
			}
			line, last = append(line, place), at
		}
		out = append(out, strings.Join(line, " "))
	}
	return out
}
