//go:build unix

package write

import (
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// What is made is read by others: the web server, and who works on the site too.
func TestNoUmaskMakesWhatNobodyCanRead(t *testing.T) {
	root := t.TempDir()
	put(t, root, before)
	defer syscall.Umask(syscall.Umask(0o777))
	if err := Files(root, filepath.Join(root, ".gen", "changes"), changes); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]fs.FileMode{"d": 0o755, "d/c": 0o644, ".gen": 0o755} {
		if info, err := os.Stat(filepath.Join(root, name)); err != nil || info.Mode().Perm() != want {
			t.Errorf("%q: %v, %v", name, info.Mode(), err)
		}
	}
}
