package toolchain

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A file that is changed, one that is added, one that is gone and another version are each
// seen; a package for other machines may be absent, and packages within one are their own.
func TestPinned(t *testing.T) {
	root := t.TempDir()
	put := func(name, text string) {
		os.MkdirAll(filepath.Dir(filepath.Join(root, name)), 0o777)
		os.WriteFile(filepath.Join(root, name), []byte(text), 0o666)
	}
	put("node_modules/a/index.js", "a")
	put("node_modules/a/lib/more.js", "more")
	sum, err := SumPackage(os.DirFS(filepath.Join(root, "node_modules/a")))
	if err != nil {
		t.Fatal(err)
	}
	put("node_modules/a/node_modules/b/index.js", "b")
	of, _ := SumPackage(os.DirFS(filepath.Join(root, "node_modules/a/node_modules/b")))
	put(LockFile, `{"packages": {"": {}, "node_modules/a": {"version": "1.0.0"}, "node_modules/a/node_modules/b": {"version": "2.0.0"},
		"node_modules/other": {"version": "1.0.0", "optional": true}}}`)
	pins := "a@1.0.0 " + sum + "\nb@2.0.0 " + of + "\nother@1.0.0 h1:x\n"
	put(SumFile, pins)
	if err := Pinned(root); err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(){
		"changed":                 func() { put("node_modules/a/lib/more.js", "evil") },
		"added":                   func() { put("node_modules/a/lib/extra.js", "evil") },
		"gone":                    func() { os.Remove(filepath.Join(root, "node_modules/a/index.js")) },
		"another version":         func() { put(SumFile, strings.Replace(pins, "a@1.0.0", "a@1.0.1", 1)) },
		"another for this system": func() { put("node_modules/other/index.js", "evil") },
		"changed within":          func() { put("node_modules/a/node_modules/b/index.js", "evil") },
	} {
		change()
		if Pinned(root) == nil {
			t.Errorf("%s: not seen", name)
		}
		os.RemoveAll(filepath.Join(root, "node_modules/other"))
		os.Remove(filepath.Join(root, "node_modules/a/lib/extra.js"))
		put("node_modules/a/index.js", "a")
		put("node_modules/a/lib/more.js", "more")
		put("node_modules/a/node_modules/b/index.js", "b")
		put(SumFile, pins)
	}
	if err := Pinned(root); err != nil {
		t.Error(err)
	}
}
