package toolchain

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A memory file system lists files in the order in which they were made: there
// two builds differ where the index depends on it. On a disk they never would.
func TestTheIndexDoesNotDependOnTheOrderOfFiles(t *testing.T) {
	var names []string
	for i := range 40 {
		names = append(names, fmt.Sprintf("deel-%d/pagina-%d/index.html", i%3, i))
	}
	first := indexInMemory(t, names)
	slices.Reverse(names)
	if diff := cmp.Diff(first, indexInMemory(t, names)); diff != "" {
		t.Error(diff)
	}
}

// indexInMemory indexes pages made in this order, and returns the index.
func indexInMemory(t *testing.T, names []string) map[string]string {
	dir, err := os.MkdirTemp("/dev/shm", "wijzer-")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	put(t, dir, names)
	root, err := filepath.Abs("../../..")
	if err != nil {
		t.Fatal(err)
	}
	if n, err := Index(context.Background(), root, dir, dir, []string{"nl"}); err != nil || n != len(names) {
		t.Fatalf("%d pages: %v", n, err)
	}
	files := map[string]string{}
	err = filepath.WalkDir(filepath.Join(dir, IndexFolder("nl")), func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(name)
		files[filepath.Base(name)] = string(text)
		return err
	})
	if err != nil || len(files) < len(names) {
		t.Fatalf("%d files: %v", len(files), err)
	}
	return files
}
