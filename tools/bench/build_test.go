package bench

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"testing"
)

// sizes are how many pages the site has: about as it is, and grown.
var sizes = []int{500, 2500, 10_000}

// BenchmarkBuild compares a whole build with the least that gives the same text
// and a search: Hugo with a layout of a few lines, and then Pagefind.
func BenchmarkBuild(b *testing.B) {
	first := 0.0 // per page
	for _, pages := range sizes {
		b.Run(fmt.Sprintf("pages=%d", pages), func(b *testing.B) {
			dir, bare := b.TempDir(), b.TempDir()
			pages := grow(b, dir, pages)
			strip(b, dir, bare)
			var hugo, find, whole []cost
			for b.Loop() {
				hugo = append(hugo, runTask(b, "hugo", bare))
				find = append(find, run(b, exec.Command(pagefind(b), "--site", filepath.Join(bare, "public"), "--silent")))
				whole = append(whole, run(b, wijzer(b, dir, "build")))
			}
			h, f, w := median(hugo), median(find), median(whole)
			perPage := w.seconds / float64(pages) * 1000
			if first == 0 {
				first = perPage
			}
			report(b, w.seconds, "s/wijzer")
			report(b, h.seconds, "s/hugo")
			report(b, f.seconds, "s/pagefind")
			report(b, w.seconds/(h.seconds+f.seconds), "x/bare")
			report(b, w.cpu/(h.cpu+f.cpu), "cpu-x/bare")
			report(b, perPage, "ms/page")
			report(b, perPage/first, "x/first")
			report(b, w.own, "MB/wijzer")
			report(b, f.finder, "MB/pagefind")
			report(b, float64(pages), "pages")
		})
	}
}
