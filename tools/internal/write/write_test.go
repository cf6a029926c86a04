package write

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// tree returns the files below dir with their texts.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		files[filepath.ToSlash(rel)] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func put(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func same(t *testing.T, dir string, want map[string]string) {
	t.Helper()
	if diff := cmp.Diff(want, tree(t, dir)); diff != "" {
		t.Error(diff)
	}
}

func TestFileSweepsWhatAKilledRunLeft(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, map[string]string{".wijzer-1": "half", ".wijzer": "a marker", "a": "old"})
	working, err := create(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := File(filepath.Join(dir, "a"), []byte("new"), 0o644); err != nil {
		t.Fatal(err)
	}
	same(t, dir, map[string]string{"a": "new", ".wijzer": "a marker", filepath.Base(working.Name()): ""})
}

func TestAFileThatCannotBeWrittenStays(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, map[string]string{"a/b": "a folder is in the way"})
	if err := File(filepath.Join(dir, "a"), []byte("new"), 0o644); err == nil {
		t.Error("no error")
	}
	same(t, dir, map[string]string{"a/b": "a folder is in the way"})
}

var changes = []Change{{"a", []byte("old"), []byte("new")}, {"b", []byte("old"), nil}, {"d/c", nil, []byte("made")}}

var before = map[string]string{"a": "old", "b": "old"}

var after = map[string]string{"a": "new", "d/c": "made"}

func TestFilesChangeTogether(t *testing.T) {
	root := t.TempDir()
	put(t, root, before)
	if err := os.Chmod(filepath.Join(root, "a"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Files(root, filepath.Join(root, ".gen"), changes); err != nil {
		t.Fatal(err)
	}
	same(t, root, after)
	if info, _ := os.Stat(filepath.Join(root, "a")); info.Mode().Perm() != 0o600 {
		t.Error(info.Mode())
	}
}

// What is not decided on never happens.
func TestFilesOrNone(t *testing.T) {
	root := t.TempDir()
	put(t, root, before)
	put(t, root, map[string]string{"d": "no folder"})
	if err := Files(root, filepath.Join(root, ".gen"), changes); err == nil {
		t.Error("no error")
	}
	same(t, root, map[string]string{"a": "old", "b": "old", "d": "no folder"})
}

// After the decision any number of changes may have been made.
func TestFinish(t *testing.T) {
	for done := range len(changes) + 1 {
		root := t.TempDir()
		journal := filepath.Join(root, ".gen", "changes")
		put(t, root, before)
		if err := prepare(root, journal, changes); err != nil {
			t.Fatal(err)
		}
		if !Unfinished(journal) {
			t.Error("nothing to finish")
		}
		for i, c := range changes[:done] {
			if err := (step{c.Path, c.New == nil}).do(filepath.Join(root, c.Path), staged(journal, i)); err != nil {
				t.Fatal(err)
			}
		}
		if err := Finish(root, journal); err != nil {
			t.Fatal(err)
		}
		same(t, root, after)
		if Unfinished(journal) {
			t.Error("unfinished")
		}
	}
}

func TestWhatWasNotDecidedGoes(t *testing.T) {
	root := t.TempDir()
	put(t, root, before)
	put(t, root, map[string]string{".gen/changes/0": "half"})
	if err := Finish(root, filepath.Join(root, ".gen", "changes")); err != nil {
		t.Fatal(err)
	}
	same(t, root, before)
}

// What somebody else wrote meanwhile is not overwritten, and nothing else is.
func TestFilesThatWereChangedMeanwhile(t *testing.T) {
	for name, text := range map[string]string{"a": "edited", "b": "edited", "d/c": "made by somebody else"} {
		root := t.TempDir()
		put(t, root, before)
		put(t, root, map[string]string{name: text})
		now := tree(t, root)
		if err := Files(root, filepath.Join(root, ".gen"), changes); !errors.Is(err, ErrChanged) {
			t.Errorf("%s: %v", name, err)
		}
		same(t, root, now)
	}
}
