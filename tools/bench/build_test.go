package bench

import (
	"fmt"
	"io/fs"
	"os/exec"
	"path/filepath"
	"testing"
)

// sizes are how many pages the site has: about as it is, and grown.
var sizes = []int{500, 2500, 10_000}

// BenchmarkBuild compares a whole build with the least that gives the same text
// and a search: Hugo with a layout of a few lines, and then Pagefind.
func BenchmarkBuild(b *testing.B) {
	first := 0.0 // seconds per MB
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
			size := written(b, dir)
			if first == 0 {
				first = w.seconds / size
			}
			report(b, w.seconds, "s/wijzer")
			report(b, h.seconds, "s/hugo")
			report(b, f.seconds, "s/pagefind")
			report(b, w.seconds/(h.seconds+f.seconds), "x/bare")
			report(b, w.cpu/(h.cpu+f.cpu), "cpu-x/bare")
			report(b, w.seconds/float64(pages)*1000, "ms/page")
			report(b, w.seconds/size, "s/MB-of-text")
			report(b, w.seconds/size/first, "x/first")
			report(b, w.own, "MB/wijzer")
			report(b, f.finder, "MB/pagefind")
			report(b, float64(pages), "pages")
		})
	}
}

// written returns how many MB of Markdown a site has. The grown sites are copies of its
// longest pages: their pages are three times as long, so pages alone do not compare them.
func written(b *testing.B, dir string) (size float64) {
	b.Helper()
	must(b, filepath.WalkDir(filepath.Join(dir, "content"), func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			size += float64(info.Size()) / 1e6
		}
		return err
	}))
	return size
}
