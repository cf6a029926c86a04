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
// made, as no disk does: there a build that takes them as they come differs.
func TestTheOrderOfFilesChangesNothing(t *testing.T) {
	names := authoredFiles(t)
	first := inMemory(t, names)
	slices.Reverse(names)
	second := inMemory(t, names)
	if slices.Equal(listed(t, first), listed(t, second)) {
		t.Fatal("/dev/shm lists files in one order: here this test cannot fail")
	}
	crashing{args: "build"}.run(t, first)
	crashing{args: "build"}.run(t, second)
	one, other := filesOf(t, filepath.Join(first, "public")), filesOf(t, filepath.Join(second, "public"))
	if len(one) < 500 || len(one) != len(other) {
		t.Errorf("%d and %d files", len(one), len(other))
	}
	for name, text := range one {
		if other[name] != text {
			t.Errorf("%s differs", name)
		}
	}
}

// authoredFiles lists the files of the repository that a build reads.
func authoredFiles(t *testing.T) []string {
	t.Helper()
	names := []string{"config.toml"}
	for _, part := range site.Authored {
		err := fs.WalkDir(os.DirFS(repository), part, func(name string, entry fs.DirEntry, err error) error {
			if err == nil && !entry.IsDir() {
				names = append(names, name)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return names
}

// inMemory copies files of the repository to a memory file system, in that order.
func inMemory(t *testing.T, names []string) string {
	t.Helper()
	dir, err := os.MkdirTemp("/dev/shm", "wijzer-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	for _, name := range names {
		text, err := os.ReadFile(filepath.Join(repository, name))
		if err == nil {
			err = os.MkdirAll(filepath.Join(dir, filepath.Dir(name)), 0o777)
		}
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, name), text, 0o666)
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
