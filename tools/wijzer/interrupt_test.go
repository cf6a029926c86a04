package main

import (
	"bytes"
	"context"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"comwijzer/tools/internal/failure"
)

var trial = flag.Bool("trial", false, "end builds at many more moments")

// A build that is ended at any moment leaves the last good result as it was or
// has replaced it as a whole, and the next build cleans up.
func TestInterrupted(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "site")
	if err := miniSite(dir); err != nil {
		t.Fatal(err)
	}
	old := buildSum(t, dir)
	start := time.Now()
	touch(t, filepath.Join(dir, "content", "netwerk", "delen.nl.md"), "\nEen zin erbij.\n")
	renewed := buildSum(t, dir)
	took := time.Since(start)
	if old == renewed {
		t.Fatal("the two builds to tell apart are the same")
	}
	for _, signal := range []os.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGKILL} {
		steps := 5
		if *trial {
			steps = 200
		}
		for step := range steps + 1 {
			endedBuild(t, dir, signal, took*time.Duration(step)/time.Duration(steps))
			if sum := mustSum(t, dir); sum != old && sum != renewed {
				t.Errorf("%v after %d/%d of a build: public/ is neither the old nor the new result", signal, step, steps)
			}
		}
	}
	if sum := buildSum(t, dir); sum != renewed {
		t.Error("the build after the interrupted ones differs")
	}
	left, _ := filepath.Glob(filepath.Join(dir, ".public*"))
	if len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// A command that is interrupted while it reads changes nothing, says so, and tells no
// half of an answer.
func TestInterruptedReading(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "site")
	if err := miniSite(dir); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, args := range []string{"translations", "mv --yes /netwerk/delen /netwerk/anders", "retire --yes /netwerk/delen --reason nl=Weg --reason en=Gone", "new page /netwerk/x --type overview title=x summary=x"} {
		var out, said bytes.Buffer
		code := run(ctx, append([]string{"-C", dir}, strings.Fields(args)...), &out, &said)
		if code != failure.ExitInterrupted || !strings.HasSuffix(said.String(), "interrupted: nothing was changed\n") || out.Len() > 0 {
			t.Errorf("%s: exit %d, %s%s", args, code, &out, &said)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "content", "netwerk", "delen.nl.md")); err != nil {
		t.Error(err)
	}
}

// A Hugo that never ends is ended, by a signal and when wijzer itself is killed.
func TestStuckHugo(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "site")
	if err := miniSite(dir); err != nil {
		t.Fatal(err)
	}
	good := buildSum(t, dir)
	pipe := endlessLayout(t, dir)
	for _, signal := range []os.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGKILL} {
		cmd := exec.Command("wijzer", "build")
		cmd.Dir = dir
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		layout, err := os.OpenFile(pipe, os.O_WRONLY, 0) // until Hugo reads it
		if err != nil {
			t.Fatal(err)
		}
		cmd.Process.Signal(signal)
		cmd.Wait()
		for err == nil { // until nobody reads it any more
			_, err = layout.Write(make([]byte, 4096))
		}
		layout.Close()
		if sum := mustSum(t, dir); sum != good {
			t.Errorf("%v: public/ has changed", signal)
		}
	}
}

// endlessLayout adds a pipe to the layouts of a site, in a folder that only Hugo
// looks into.
func endlessLayout(t *testing.T, dir string) (pipe string) {
	t.Helper()
	touch(t, filepath.Join(dir, "config.toml"), "\n[[module.mounts]]\nsource = \"pipes\"\ntarget = \"layouts\"\n")
	pipe = filepath.Join(dir, "pipes", "endless.html")
	if err := os.Mkdir(filepath.Dir(pipe), 0o777); err != nil {
		t.Fatal(err)
	}
	if output, err := exec.Command("mkfifo", pipe).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	return pipe
}

// endedBuild starts a build, sends it a signal after delay, and waits.
func endedBuild(t *testing.T, dir string, signal os.Signal, delay time.Duration) {
	t.Helper()
	cmd := exec.Command("wijzer", "build")
	cmd.Dir = dir
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(delay)
	cmd.Process.Signal(signal)
	cmd.Wait()
	code := cmd.ProcessState.ExitCode()
	if code != failure.ExitClean && code != failure.ExitInterrupted && code != -1 { // -1: the signal itself ended it
		t.Errorf("%v after %v: exit code %d", signal, delay, code)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".public*")); code == failure.ExitInterrupted && len(left) > 0 {
		t.Errorf("%v after %v: left behind %v", signal, delay, left)
	}
}

func buildSum(t *testing.T, dir string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "wijzer", "build")
	cmd.Dir = dir
	if output, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("wijzer build: %v\n%s", err, output)
	}
	return mustSum(t, dir)
}

func mustSum(t *testing.T, dir string) string {
	t.Helper()
	sum, err := treeSum(filepath.Join(dir, "public"))
	if err != nil {
		t.Fatal(err)
	}
	return sum
}

func touch(t *testing.T, path, more string) {
	t.Helper()
	text, err := os.ReadFile(path)
	if err == nil {
		err = os.WriteFile(path, append(text, more...), 0o666)
	}
	if err != nil {
		t.Fatal(err)
	}
}
