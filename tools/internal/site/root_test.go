package site

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"comwijzer/tools/internal/failure"
)

func TestFindRoot(t *testing.T) {
	dir := t.TempDir()
	err := errors.Join(
		os.MkdirAll(filepath.Join(dir, "site", "content", "deep", "er"), 0o777),
		os.WriteFile(filepath.Join(dir, "site", ConfigFile), nil, 0o666),
		os.WriteFile(filepath.Join(dir, ConfigFile), nil, 0o666),
	)
	if err != nil {
		t.Fatal(err)
	}
	if root, err := FindRoot(filepath.Join(dir, "site", "content", "deep", "er")); err != nil || root != filepath.Join(dir, "site") {
		t.Errorf("from deep down: %q, %v", root, err)
	}
	_, err = FindRoot(dir)
	if known := new(failure.Error); !errors.As(err, &known) || known.Code != failure.ExitUsage {
		t.Errorf("with config.toml alone: %v", err)
	}
}
