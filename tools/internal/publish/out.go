package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/write"
)

// ResolveOut returns the absolute out folder with links resolved, and refuses
// one where a build would destroy something that wijzer did not make.
func ResolveOut(root, out string) (string, error) {
	if !filepath.IsAbs(out) {
		out = filepath.Join(root, out)
	}
	out = realPath(out)
	root = realPath(root)
	if within(out, root) {
		return "", failure.Usage("choose a folder of its own, such as --out public",
			"refusing to build into %q: it holds the site itself", out)
	}
	if rel, inside := strings.CutPrefix(out, root+string(filepath.Separator)); inside {
		top, _, _ := strings.Cut(filepath.ToSlash(rel), "/")
		if slices.Contains(slices.Concat(site.Authored, []string{"tools", "docs", "node_modules", ".git", site.Generated}), top) {
			return "", failure.Usage("choose a folder of its own, such as --out public",
				"refusing to build into %q: %s/ is not for output", out, top)
		}
	}
	return out, refuseForeign(out)
}

// refuseForeign refuses a file, and a folder with something in it that has
// no marker of ours.
func refuseForeign(out string) error {
	info, err := os.Stat(out)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return failure.File("looking at the output folder", err)
	}
	if !info.IsDir() {
		return failure.Environment("remove it or choose another folder with --out", "cannot build into %q: it is a file", out)
	}
	entries, err := os.ReadDir(out)
	if err != nil {
		return failure.File("looking at the output folder", err)
	}
	if len(entries) > 0 && !write.Exists(filepath.Join(out, Marker)) {
		return failure.Usage("choose an empty or new folder with --out, or empty this one yourself",
			"refusing to replace %q: it holds files that wijzer did not make (no %s in it)", out, Marker)
	}
	return refuseAdded(out)
}

// refuseAdded refuses a folder of ours to which somebody added a file: the
// next build would remove it. The marker of an earlier wijzer has no list.
func refuseAdded(out string) error {
	marker, err := os.ReadFile(filepath.Join(out, Marker))
	_, list, listed := strings.Cut(string(marker), listHead)
	if err != nil || !listed {
		return nil
	}
	names, err := filesIn(out)
	if err != nil {
		return failure.File("looking at the output folder", err)
	}
	ours := slices.Sorted(strings.SplitSeq(list, "\n"))
	for _, name := range names {
		if _, is := slices.BinarySearch(ours, name); !is {
			return failure.Usage("move it elsewhere: what is to be published belongs in static/",
				"refusing to replace %q: %q in it is not of wijzer", out, name)
		}
	}
	return nil
}

// within reports whether path is dir or below it.
func within(dir, path string) bool {
	rel, err := filepath.Rel(dir, path)
	return err == nil && filepath.IsLocal(rel)
}

// realPath resolves links in as much of path as exists.
func realPath(path string) string {
	path = filepath.Clean(path)
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	parent := filepath.Dir(path)
	if parent == path {
		return path
	}
	return filepath.Join(realPath(parent), filepath.Base(path))
}
