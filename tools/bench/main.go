// Command bench measures wijzer check on synthetic sites of growing size, and
// beside it the least that any checker must do: read the same files and parse
// them with goldmark. It prints ratios: machines differ, ratios less so.
//
//	go run ./tools/bench [PAGES …]
//
// With -glossary it measures instead what the index of a large glossary costs
// (1,000 terms with 6 forms each): check alone, and check with that index.
package main

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"comwijzer/tools/internal/check"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/export"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/memory"
	"comwijzer/tools/internal/site"
)

const runs = 3

func main() {
	only := flag.String("measure", "", "internal: measure one thing in the folder given")
	index := flag.Bool("glossary", false, "measure the index of a large glossary")
	flag.Parse()
	if *only != "" {
		memory.Pace()
		measure(*only, flag.Arg(0))
		return
	}
	c := checking
	sizes := []int{1000, 10_000, 50_000}
	if *index {
		c, sizes = indexing, []int{10_000}
	}
	if flag.NArg() > 0 {
		sizes = nil
		for _, arg := range flag.Args() {
			n, err := strconv.Atoi(arg)
			if err != nil || n < 1 {
				fail(fmt.Errorf("%q is no number of pages", arg))
			}
			sizes = append(sizes, n)
		}
	}
	fmt.Printf("%7s %6s %9s %9s %7s %8s %12s\n", "pages", "MB", c.base+" s", c.with+" s", "ratio", "peak MB", "µs per page")
	for _, n := range sizes {
		if err := c.run(n); err != nil {
			fail(err)
		}
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "bench:", err)
	os.Exit(1)
}

// A comparison is what is measured, and what it is compared with.
type comparison struct {
	base, with string
	terms      glossary
}

var (
	checking = comparison{"parse", "check", usual}
	indexing = comparison{"check", "index", large}
)

// run makes one site and prints a row: medians of a few runs, each in a
// process of its own, so that memory is that of one run.
func (c comparison) run(pages int) error {
	dir, err := os.MkdirTemp("", "wijzer-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	size, err := generate(dir, pages, c.terms)
	if err != nil {
		return err
	}
	var base, with, peaks []float64
	for range runs {
		b, _, err := inProcess(c.base, dir)
		if err != nil {
			return err
		}
		w, peak, err := inProcess(c.with, dir)
		if err != nil {
			return err
		}
		base, with, peaks = append(base, b), append(with, w), append(peaks, peak)
	}
	b, w := median(base), median(with)
	fmt.Printf("%7d %6.1f %9.2f %9.2f %7.2f %8.0f %12.0f\n", pages, float64(size)/1e6, b, w, w/b, median(peaks), w/float64(pages)*1e6)
	return nil
}

func median(v []float64) float64 {
	slices.Sort(v)
	return v[len(v)/2]
}

// inProcess runs one measurement and gives its seconds and peak memory in MB.
func inProcess(what, dir string) (seconds, peak float64, err error) {
	self, err := os.Executable()
	if err != nil {
		return 0, 0, err
	}
	cmd := exec.Command(self, "-measure", what, dir)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return 0, 0, err
	}
	if _, err := fmt.Sscan(string(out), &seconds); err != nil {
		return 0, 0, err
	}
	return seconds, peakMB(cmd.ProcessState), nil
}

func measure(what, dir string) {
	start := time.Now()
	switch what {
	case "parse":
		parseAll(dir)
	case "check":
		checkSite(dir)
	case "index":
		s := checkSite(dir)
		for _, e := range export.Exports() {
			if e.Path == "data/glossary.json" {
				_, _ = e.Make(s)
			}
		}
	}
	fmt.Println(time.Since(start).Seconds())
}

func checkSite(dir string) *site.Site {
	s, found := site.Load(os.DirFS(dir))
	found = append(found, check.Source(s, time.Now())...)
	if diag.HasErrors(found) {
		diag.Print(os.Stderr, "text", found[:min(len(found), 10)], nil)
		fail(fmt.Errorf("the synthetic site has %d errors", diag.Count(found, diag.Error)))
	}
	return s
}

// parseAll reads and parses every page on all cores and keeps nothing.
func parseAll(dir string) {
	names := make(chan string, 1024)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for name := range names {
				src, err := os.ReadFile(name)
				if err != nil {
					fail(err)
				}
				md.ParseTree(src)
			}
		})
	}
	filepath.WalkDir(filepath.Join(dir, "content"), func(name string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(name, ".md") {
			names <- name
		}
		return err
	})
	close(names)
	wg.Wait()
}
