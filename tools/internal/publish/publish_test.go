package publish

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"comwijzer/tools/internal/write"
)

// makeTree writes empty files, or folders for names that end in a slash.
func makeTree(t *testing.T, dir string, names ...string) {
	t.Helper()
	for _, name := range names {
		path := filepath.Join(dir, filepath.FromSlash(name))
		err := os.MkdirAll(filepath.Dir(path), 0o777)
		if strings.HasSuffix(name, "/") {
			err = errors.Join(err, os.MkdirAll(path, 0o777))
		} else {
			err = errors.Join(err, os.WriteFile(path, nil, 0o666))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestResolveOut(t *testing.T) {
	root := filepath.Join(t.TempDir(), "site")
	makeTree(t, root, "content/", "public/.wijzer", "public/index.html", "photos/a.jpg", "empty/", "file")
	for out, good := range map[string]bool{
		"public": true, "empty": true, "new": true, "new/below": true, "../beside": true,
		"photos": false, "file": false, ".": false, "..": false, "/": false,
		"content": false, "content/new": false, "./data": false, "new/../static": false, ".gen": false, "tools/x": false,
	} {
		if _, err := ResolveOut(root, out); (err == nil) != good {
			t.Errorf("%q: %v", out, err)
		}
	}
}

// Each case is what a killed run can leave; sweep must bring the last good back.
func TestSweep(t *testing.T) {
	for name, c := range map[string]struct{ left, want []string }{
		"killed in a build":             {[]string{"public/good", ".public.wijzer-1/.wijzer", ".public.wijzer-1/half"}, []string{"public"}},
		"killed before the mark":        {[]string{"public/good", ".public.wijzer-1/"}, []string{"public"}},
		"killed between two renames":    {[]string{".public.wijzer-last/good", ".public.wijzer-last/.wijzer", ".public.wijzer-1/.wijzer"}, []string{"public"}},
		"killed after both renames":     {[]string{"public/good", ".public.wijzer-last/old", ".public.wijzer-last/.wijzer"}, []string{"public"}},
		"somebody else's, without mark": {[]string{"public/good", ".public.wijzer-photos/a.jpg"}, []string{".public.wijzer-photos", "public"}},
	} {
		dir := t.TempDir()
		makeTree(t, dir, c.left...)
		if err := sweep(filepath.Join(dir, "public")); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if !write.Exists(filepath.Join(dir, "public", "good")) {
			t.Errorf("%s: the last good result is gone", name)
		}
		entries, _ := os.ReadDir(dir)
		var got []string
		for _, e := range entries {
			got = append(got, e.Name())
		}
		if strings.Join(got, " ") != strings.Join(c.want, " ") {
			t.Errorf("%s: left %v, want %v", name, got, c.want)
		}
	}
}

// A stage of a run that is at work is not a leftover.
func TestSweepLeavesOthers(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	working, err := OpenStage(out)
	if err != nil {
		t.Fatal(err)
	}
	defer working.Discard()
	other, err := OpenStage(out)
	if err != nil {
		t.Fatal(err)
	}
	other.Discard()
	if !write.Exists(working.Dir) {
		t.Error("the stage of another run was removed")
	}
}

func TestReplaceInSteps(t *testing.T) {
	dir := t.TempDir()
	makeTree(t, dir, "public/old", "stage/new")
	if err := replaceInSteps(filepath.Join(dir, "stage"), filepath.Join(dir, "public")); err != nil {
		t.Fatal(err)
	}
	if !write.Exists(filepath.Join(dir, "public", "new")) || !write.Exists(filepath.Join(dir, "stage", "old")) {
		t.Error("not exchanged")
	}
}

func TestLockSaysWho(t *testing.T) {
	root := t.TempDir()
	held, err := Acquire(t.Context(), root, "lock", "build", 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Acquire(t.Context(), root, "lock", "serve", 0); err == nil || !strings.Contains(err.Error(), "wijzer build, process ") {
		t.Errorf("second: %v", err)
	}
	held.Release()
	again, err := Acquire(t.Context(), root, "lock", "serve", 0)
	if err != nil {
		t.Fatal(err)
	}
	again.Release()
}

// What somebody puts in the out folder is not removed without a word.
func TestAnAddedFileIsNamed(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	stage, err := OpenStage(out)
	if err != nil {
		t.Fatal(err)
	}
	makeTree(t, stage.Dir, "index.html", "page/index.html")
	if err := stage.Swap(); err != nil {
		t.Fatal(err)
	}
	if _, err := ResolveOut(t.TempDir(), out); err != nil {
		t.Error(err)
	}
	makeTree(t, out, "page/mine.txt")
	if _, err := ResolveOut(t.TempDir(), out); err == nil || !strings.Contains(err.Error(), `"page/mine.txt" in it is not of wijzer`) {
		t.Error(err)
	}
	if !write.Exists(filepath.Join(out, "page", "mine.txt")) {
		t.Error("it is gone")
	}
}
