package main

import (
	"bytes"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
)

var trial = flag.Bool("trial", false, "build for every system, and one twice")

// A release from two folders has the same bytes, and its program makes a site with nothing
// else on the machine: no home, no network, no other program.
func TestRelease(t *testing.T) {
	if !*trial {
		t.Skip("make trial builds for every system")
	}
	source, dist, again := cloned(t), t.TempDir(), t.TempDir()
	if err := release(t.Context(), source, dist); err != nil {
		t.Fatal(err)
	}
	sums := exec.Command("sha256sum", "--check", "--quiet", "SHA256SUMS")
	sums.Dir = dist
	if out, err := sums.CombinedOutput(); err != nil {
		t.Errorf("%s", out)
	}
	name := program(runtime.GOOS + "/" + runtime.GOARCH)
	if err := build(t.Context(), cloned(t), again, runtime.GOOS+"/"+runtime.GOARCH, nil); err != nil {
		t.Fatal(err)
	}
	first, _ := os.ReadFile(filepath.Join(dist, name))
	second, _ := os.ReadFile(filepath.Join(again, name))
	if len(first) == 0 || !bytes.Equal(first, second) {
		t.Errorf("%s built in two folders differs: %d and %d bytes", name, len(first), len(second))
	}
	alone(t, filepath.Join(dist, name))
}

func cloned(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "clone")
	if out, err := exec.Command("git", "clone", "--quiet", root, dir).CombinedOutput(); err != nil {
		t.Fatalf("%s", out)
	}
	return dir
}

// alone runs a program with nothing around it, not even a network where unshare can.
func alone(t *testing.T, program string) {
	t.Helper()
	home := t.TempDir()
	for _, args := range [][]string{{"new", "site", "x", "--name", "Safe", "--languages", "en,de", "--country", "CH"}, {"-C", "x", "build"}} {
		cmd := exec.Command("unshare", append([]string{"--net", program}, args...)...)
		if os.Geteuid() != 0 {
			cmd = exec.Command(program, args...)
		}
		cmd.Dir, cmd.Env = home, []string{"HOME=" + home, "TMPDIR=" + home, "PATH=/nowhere"}
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", args, out)
		}
	}
	if _, err := os.Stat(filepath.Join(home, "x/public/index.html")); err != nil {
		t.Error(err)
	}
}
