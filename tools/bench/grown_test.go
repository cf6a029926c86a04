package bench

import (
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"comwijzer/tools/internal/site"
)

// grow copies this site to dir and makes it as large as asked, by copies of its
// longest sections under other names. It returns how many pages it then has.
func grow(b *testing.B, dir string, pages int) int {
	b.Helper()
	for _, part := range site.Authored {
		must(b, os.CopyFS(filepath.Join(dir, part), os.DirFS(filepath.Join(root, part))))
	}
	text, err := os.ReadFile(filepath.Join(root, "config.toml"))
	must(b, err)
	must(b, os.WriteFile(filepath.Join(dir, "config.toml"), text, 0o644))
	s, _ := site.Load(os.DirFS(dir))
	has := len(s.Pages) + len(s.Languages)*len(s.Sources())
	originals := longest(s)
	for copies := 1; has < pages; copies++ {
		for _, p := range originals {
			must(b, copyPage(dir, p, copies))
		}
		has += len(originals)
	}
	return has
}

func must(b *testing.B, err error) {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
}

// longest lists the pages of the two sections with the most text, of those that
// explain something. What cites and uses sources and terms grows with them.
func longest(s *site.Site) []*site.Page {
	pages, size := map[string][]*site.Page{}, map[string]int{}
	for _, p := range s.Pages {
		if p.Type == "explainer" {
			pages[p.Section] = append(pages[p.Section], p)
			for _, paragraph := range p.Doc.Paragraphs {
				size[p.Section] += len(paragraph.Text)
			}
		}
	}
	sections := slices.SortedFunc(maps.Keys(pages), func(a, b string) int { return size[b] - size[a] })
	return slices.Concat(pages[sections[0]], pages[sections[1]])
}

var (
	titleLine = regexp.MustCompile(`(?m)^title: (.*?)("?)$`)
	slugLine  = regexp.MustCompile(`(?m)^slug: (.*)$`)
)

// copyPage writes a page once more, under another name, title and address.
func copyPage(dir string, p *site.Page, n int) error {
	text, err := os.ReadFile(filepath.Join(dir, p.File))
	if err != nil {
		return err
	}
	text = titleLine.ReplaceAll(text, fmt.Appendf(nil, "title: ${1} %d${2}", n))
	text = slugLine.ReplaceAll(text, fmt.Appendf(nil, "slug: ${1}-%d", n))
	name, rest, _ := strings.Cut(path.Base(p.File), ".")
	return os.WriteFile(filepath.Join(dir, path.Dir(p.File), fmt.Sprintf("%s-%d.%s", name, n, rest)), text, 0o644)
}
