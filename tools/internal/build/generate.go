package build

import (
	"context"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"

	"comwijzer/tools/internal/check"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/export"
	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/publish"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/theme"
	"comwijzer/tools/internal/write"
)

// genDirs are the folders in .gen that Hugo reads, as mounts says.
var genDirs = []string{"content", "data", "static", "theme"}

// Glossary loads and checks the site and writes the exports, and nothing
// else. It returns the paths that it wrote, relative to root.
func Glossary(ctx context.Context, root string, today time.Time) (written []string, findings []diag.Diagnostic, err error) {
	held, err := publish.Acquire(ctx, root, "lock", "glossary", publish.Patience)
	if err != nil {
		return nil, nil, err
	}
	defer held.Release()
	s, findings := Check(root, today)
	if diag.HasErrors(findings) {
		return nil, findings, failure.ErrFindings
	}
	written, err = WriteGenerated(root, s.AsPublished())
	return written, findings, err
}

// Check loads the site and runs the rules for content and data. It writes
// nothing.
func Check(root string, today time.Time) (*site.Site, []diag.Diagnostic) {
	s, findings, _ := CheckFiles(os.DirFS(root), today)
	return s, findings
}

// CheckFiles is Check for a site wherever its files are, that also returns
// the findings that somebody decided on. The site is the one that is
// published: what is found in drafts are remarks.
func CheckFiles(files fs.FS, today time.Time) (s *site.Site, findings, decided []diag.Diagnostic) {
	s, faults := site.Load(theme.Over(files))
	held := s.Held(today)
	if len(held) == 0 {
		findings, decided = check.Run(s, today)
		return s, diag.Sort(slices.Concat(faults, findings)), decided
	}
	drafts := check.Source(s, today)
	s = s.Without(held)
	findings, decided = check.Run(s, today)
	toDrafts(findings, drafts)
	return s, diag.Sort(slices.Concat(faults, findings, remarksIn(held, drafts))), decided
}

// toDrafts says of links that are dead, and of translations that are
// missing, because what they ask for is held.
func toDrafts(findings, withDrafts []diag.Diagnostic) {
	for i, d := range findings {
		alike := func(other diag.Diagnostic) bool { return other.Rule == d.Rule && other.Position == d.Position }
		switch {
		case slices.ContainsFunc(withDrafts, alike):
		case d.Rule == "link-dead":
			findings[i].Hint = "publish what it leads to first, which is a draft or waits for its day"
		case d.Rule == "translation-missing":
			findings[i].Hint = "publish both at once: the other one is a draft or waits for its day"
		}
	}
}

// checkWith is Check for a preview: the site has its drafts.
func checkWith(root string, today time.Time) (*site.Site, []diag.Diagnostic) {
	s, faults := site.Load(theme.Over(os.DirFS(root)))
	held, findings := s.Held(today), check.Source(s, today)
	elsewhere := slices.DeleteFunc(slices.Clone(findings), isIn(held))
	return s, diag.Sort(slices.Concat(faults, elsewhere, remarksIn(held, findings)))
}

// remarksIn returns what is found in some pages, as remarks.
func remarksIn(pages []*site.Page, findings []diag.Diagnostic) (remarks []diag.Diagnostic) {
	in := isIn(pages)
	for _, d := range findings {
		if in(d) {
			d.Severity = diag.Info
			remarks = append(remarks, d)
		}
	}
	return remarks
}

func isIn(pages []*site.Page) func(diag.Diagnostic) bool {
	files := map[string]bool{}
	for _, p := range pages {
		files[p.File] = true
	}
	return func(d diag.Diagnostic) bool { return files[d.File] }
}

// WriteGenerated replaces what Hugo reads from .gen by the exports of s.
// Each folder is replaced whole, so nothing stale stays. It returns the
// paths written, relative to root, in order.
func WriteGenerated(root string, s *site.Site) ([]string, error) {
	files, err := export.All(s)
	if err != nil {
		return nil, &failure.Error{Code: failure.ExitEnvironment, Message: "making the generated data failed", Err: err}
	}
	maps.Copy(files, s.Withheld()) // content/… lies over the folder of that name
	for name, text := range theme.Place(root) {
		files["theme/"+name] = text
	}
	gen := filepath.Join(root, site.Generated)
	next := filepath.Join(gen, "next")
	defer os.RemoveAll(next)
	if err := writeTree(next, files); err != nil {
		return nil, failure.File("writing the generated data", err)
	}
	for _, dir := range genDirs {
		if err := publish.Replace(filepath.Join(next, dir), filepath.Join(gen, dir)); err != nil {
			return nil, failure.File("writing the generated data", err)
		}
	}
	var written []string
	for _, name := range slices.Sorted(maps.Keys(files)) {
		written = append(written, site.Generated+"/"+name)
	}
	return written, nil
}

func writeTree(dir string, files map[string][]byte) error {
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	for _, name := range genDirs {
		if err := os.MkdirAll(filepath.Join(dir, name), 0o777); err != nil {
			return err
		}
	}
	return write.Tree(dir, files)
}
