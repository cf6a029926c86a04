//go:build unix

package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

func TestSwapMakesReadable(t *testing.T) {
	defer syscall.Umask(syscall.Umask(0o077))
	out := filepath.Join(t.TempDir(), "srv", "www", "public")
	stage, err := OpenStage(out)
	if err != nil {
		t.Fatal(err)
	}
	err = errors.Join(
		os.Mkdir(filepath.Join(stage.Dir, "page"), 0o700),
		os.WriteFile(filepath.Join(stage.Dir, "page", "index.html"), nil, 0o600),
		stage.Swap(),
	)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]fs.FileMode{"../..": 0o755, "..": 0o755, "": 0o755, Marker: 0o644, "page": 0o755, "page/index.html": 0o644} {
		info, err := os.Stat(filepath.Join(out, name))
		if err != nil || info.Mode().Perm() != want {
			t.Errorf("%q: %v, %v", name, info.Mode(), err)
		}
	}
}
