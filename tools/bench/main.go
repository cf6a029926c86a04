// Command bench measures wijzer check on synthetic sites of growing size, and
// beside it the least that any checker must do: read the same files and parse
// them with goldmark. It prints ratios: machines differ, ratios less so.
//
//	go run ./tools/bench [PAGES …]
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
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/memory"
	"comwijzer/tools/internal/site"
)

const runs = 3

func main() {
	only := flag.String("measure", "", "internal: measure one thing in the folder given")
	flag.Parse()
	if *only != "" {
		memory.Pace()
		measure(*only, flag.Arg(0))
		return
	}
	sizes := []int{1000, 10_000, 50_000}
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
	fmt.Printf("%7s %6s %9s %9s %7s %8s %12s\n", "pages", "MB", "parse s", "check s", "ratio", "peak MB", "µs per page")
	for _, n := range sizes {
		if err := compare(n); err != nil {
			fail(err)
		}
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "bench:", err)
	os.Exit(1)
}

// compare makes one site and prints a row: medians of a few runs, each in a
// process of its own, so that memory is that of one run.
func compare(pages int) error {
	dir, err := os.MkdirTemp("", "wijzer-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	size, err := generate(dir, pages)
	if err != nil {
		return err
	}
	var parse, checks, peaks []float64
	for range runs {
		p, _, err := inProcess("parse", dir)
		if err != nil {
			return err
		}
		c, peak, err := inProcess("check", dir)
		if err != nil {
			return err
		}
		parse, checks, peaks = append(parse, p), append(checks, c), append(peaks, peak)
	}
	p, c := median(parse), median(checks)
	fmt.Printf("%7d %6.1f %9.2f %9.2f %7.2f %8.0f %12.0f\n", pages, float64(size)/1e6, p, c, c/p, median(peaks), c/float64(pages)*1e6)
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
		s, found := site.Load(os.DirFS(dir))
		found = append(found, check.Source(s, time.Now())...)
		if diag.HasErrors(found) {
			diag.Print(os.Stderr, "text", found[:min(len(found), 10)], nil)
			fail(fmt.Errorf("the synthetic site has %d errors", diag.Count(found, diag.Error)))
		}
	}
	fmt.Println(time.Since(start).Seconds())
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
