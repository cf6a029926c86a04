// Package scripts tests the scripts of the site that need no browser: the same
// files that readers get, in Node.
package scripts

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

func TestScripts(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Fatal("no node on this machine\n    hint: go run ./tools/wijzer doctor")
	}
	files, err := filepath.Glob("testdata/*.test.js")
	if err != nil || len(files) == 0 {
		t.Fatalf("no tests: %v", err)
	}
	// Node reads the scripts; go test runs this again when one changes because it is looked at here.
	if err := fs.WalkDir(os.DirFS("../../assets"), "js", func(_ string, _ fs.DirEntry, err error) error { return err }); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(node, append([]string{"--test"}, files...)...).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
