package bench

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"

	"comwijzer/tools/internal/check"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/export"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
)

// BenchmarkCheck compares checking a site with the least that any checker must
// do: read the same files and parse them with goldmark.
func BenchmarkCheck(b *testing.B) {
	for _, pages := range []int{1000, 10_000, 50_000} {
		b.Run(fmt.Sprintf("pages=%d", pages), func(b *testing.B) {
			compare(b, pages, usual, "parse", "check")
		})
	}
}

// BenchmarkGlossary measures what the index of a large glossary adds to checking.
func BenchmarkGlossary(b *testing.B) { compare(b, 10_000, large, "check", "index") }

// compare does two tasks in turn on a synthetic site.
func compare(b *testing.B, pages int, terms glossary, least, whole string) {
	dir := b.TempDir()
	if err := generate(dir, pages, terms); err != nil {
		b.Fatal(err)
	}
	var base, with []cost
	for b.Loop() {
		base = append(base, runTask(b, least, dir))
		with = append(with, runTask(b, whole, dir))
	}
	l, w := median(base), median(with)
	report(b, w.seconds, "s/"+whole)
	report(b, l.seconds, "s/"+least)
	report(b, w.seconds/l.seconds, "x/"+least)
	report(b, w.seconds/float64(pages)*1000, "ms/page")
	report(b, w.own, "MB")
}

func checkSite(dir string) error {
	_, err := checked(dir)
	return err
}

func indexSite(dir string) error {
	s, err := checked(dir)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(export.Exports(), func(e export.Export) bool { return e.Path == "data/glossary.json" })
	_, err = export.Exports()[i].Make(s)
	return err
}

func checked(dir string) (*site.Site, error) {
	s, found := site.Load(os.DirFS(dir))
	found = append(found, check.Source(s, time.Now())...)
	if diag.HasErrors(found) {
		diag.Print(os.Stderr, "text", found[:min(len(found), 10)], diag.Options{})
		return nil, fmt.Errorf("the synthetic site has %d errors", diag.Count(found, diag.Error))
	}
	return s, nil
}

// parseAll reads and parses every page on all cores and keeps nothing.
func parseAll(dir string) error {
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	err := filepath.WalkDir(filepath.Join(dir, "content"), func(name string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(name, ".md") {
			group.Go(func() error {
				src, err := os.ReadFile(name)
				md.ParseTree(src)
				return err
			})
		}
		return err
	})
	if err != nil {
		return err
	}
	return group.Wait()
}
