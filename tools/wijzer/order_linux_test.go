package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"comwijzer/tools/internal/site"
)

// A memory file system lists files in an order that depends on when they were
// made, as no disk does: there a build that takes them as they come differs. The site that
// is built is the small one that has some of every kind, on trial the real one.
func TestTheOrderOfFilesChangesNothing(t *testing.T) {
	files := authoredFiles(t)
	first := inMemory(t, files)
	slices.Reverse(files)
	second := inMemory(t, files)
	if slices.Equal(listed(t, first), listed(t, second)) {
		t.Fatal("/dev/shm lists files in one order: here this test cannot fail")
	}
	crashing{args: "build"}.run(t, first)
	crashing{args: "build"}.run(t, second)
	one, other := filesOf(t, filepath.Join(first, "public")), filesOf(t, filepath.Join(second, "public"))
	if len(one) < 300 || len(one) != len(other) {
		t.Errorf("%d and %d files", len(one), len(other))
	}
	for name, text := range one {
		if other[name] != text {
			t.Errorf("%s differs", name)
		}
	}
}

// A part is a file of a site, and the folder that it is taken from.
type part struct{ root, name string }

// authoredFiles lists the files that a build reads.
func authoredFiles(t *testing.T) []part {
	t.Helper()
	parts := []part{{repository, "config.toml"}}
	add := func(root, dir string) {
		err := fs.WalkDir(os.DirFS(root), dir, func(name string, entry fs.DirEntry, err error) error {
			if err == nil && !entry.IsDir() {
				parts = append(parts, part{root, name})
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, dir := range site.Authored {
		if (dir == "content" || dir == "data") && !*trial {
			add("testdata/site", dir)
			continue
		}
		add(repository, dir)
	}
	if !*trial {
		add(repository, "data/lexicon")
	}
	return parts
}

// inMemory copies files to a memory file system, in that order.
func inMemory(t *testing.T, files []part) string {
	t.Helper()
	dir, err := os.MkdirTemp("/dev/shm", "wijzer-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	for _, file := range files {
		text, err := os.ReadFile(filepath.Join(file.root, file.name))
		if err == nil {
			err = os.MkdirAll(filepath.Join(dir, filepath.Dir(file.name)), 0o777)
		}
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, file.name), text, 0o666)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// listed returns the sources of a site as their folder lists them.
func listed(t *testing.T, dir string) []string {
	t.Helper()
	folder, err := os.Open(filepath.Join(dir, "data", "sources"))
	if err != nil {
		t.Fatal(err)
	}
	defer folder.Close()
	names, err := folder.Readdirnames(-1)
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func filesOf(t *testing.T, dir string) map[string]string {
	t.Helper()
	texts := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := os.ReadFile(name)
		name, _ = filepath.Rel(dir, name)
		texts[name] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return texts
}
