package publish

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"

	"comwijzer/tools/internal/write"
)

// TestMain lets this program publish a page, so that it can be killed.
func TestMain(m *testing.M) {
	if out := os.Getenv("PUBLISH_TEST"); out != "" {
		doomed(publishPage(out, "new"))
	}
	if root := os.Getenv("CHANGE_TEST"); root != "" {
		doomed(Change(context.Background(), root, "test", changes))
	}
	os.Exit(m.Run())
}

// init keeps faults on one thread: they are counted by thread.
func init() { runtime.LockOSThread() }

func doomed(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

var changes = []write.Change{{Path: "a", Old: []byte("old"), New: []byte("new")}, {Path: "b", Old: []byte("old")}, {Path: "c/d", New: []byte("made")}}

// A change of authored files that is killed at any system call, or meets a full disk
// there, has happened as a whole or not at all once the next command has begun; and
// the next change leaves nothing of it.
func TestChangeCrashes(t *testing.T) {
	faults(t, []string{"mkdirat", "write", "fchmod", "fsync", "renameat", "unlinkat"}, crashedChange)
}

var trial = flag.Bool("trial", false, "kill and fill the disk at every moment, not one at this and one at the next")

// faults tries each fault at each moment at which it does something; without -trial
// one at this moment and the other at the next. Kinds are tried beside each other: a
// program that is traced waits more than it works.
func faults(t *testing.T, calls []string, did func(t *testing.T, call, fault string) bool) {
	t.Helper()
	var times atomic.Int32
	t.Run("all", func(t *testing.T) {
		for _, call := range calls {
			for i, fault := range []string{"signal=KILL", "error=ENOSPC"} {
				first, step := 1, 1
				if !*trial {
					first, step = 1+i, 2
				}
				t.Run(call+" "+fault, func(t *testing.T) {
					t.Parallel()
					for n := first; did(t, call, fmt.Sprintf("%s:when=%d", fault, n)); n += step {
						times.Add(1)
					}
				})
			}
		}
	})
	if times.Load() < 20 {
		t.Errorf("only %d faults", times.Load())
	}
}

func crashedChange(t *testing.T, call, fault string) bool {
	t.Helper()
	dir := t.TempDir()
	root, trace := filepath.Join(dir, "site"), filepath.Join(dir, "trace")
	for _, name := range []string{"a", "b"} {
		if err := errors.Join(os.MkdirAll(root, 0o777), os.WriteFile(filepath.Join(root, name), []byte("old"), 0o666)); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("strace", "-f", "-qq", "-o", trace, "-e", "trace="+call, "-e", "inject="+call+":"+fault, os.Args[0])
	cmd.Env = append(os.Environ(), "CHANGE_TEST="+root)
	output, err := cmd.CombinedOutput()
	if cmd.ProcessState == nil || strings.Contains(string(output), "strace: ") {
		t.Fatalf("%v: %s (make test installs strace)", err, output)
	}
	if err := Recover(t.Context(), root); err != nil {
		t.Errorf("%s: the next command fails: %v", fault, err)
	}
	if got := texts(root); got != "old old -" && got != "new - made" {
		t.Errorf("%s: %s", fault, got)
	}
	if err := Change(t.Context(), root, "test", nil); err != nil {
		t.Errorf("%s: the next change fails: %v", fault, err)
	}
	if left, _ := filepath.Glob(filepath.Join(root, ".gen", "*")); len(left) != 1 { // the lock
		t.Errorf("%s: left %v", fault, left)
	}
	traced, _ := os.ReadFile(trace)
	return cmd.ProcessState.ExitCode() < 0 || strings.Contains(string(traced), "INJECTED")
}

// texts tells what the files of a change say.
func texts(root string) string {
	var all []string
	for _, c := range changes {
		text, err := os.ReadFile(filepath.Join(root, c.Path))
		if err != nil {
			text = []byte("-")
		}
		all = append(all, string(text))
	}
	return strings.Join(all, " ")
}

func publishPage(out, text string) error {
	stage, err := OpenStage(out)
	if err != nil {
		return err
	}
	defer stage.Discard()
	for _, name := range []string{"index.html", "page/index.html"} {
		path := filepath.Join(stage.Dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			return err
		}
	}
	return stage.Swap()
}

// changing are the system calls by which a stage comes into being, takes its
// place and goes.
var changing = []string{"mkdirat", "write", "fchmodat", "syncfs", "renameat2", "unlinkat"}

// A publication that is killed at any system call, or meets a fault there, leaves
// the old result or the new one, whole, at the latest when the next one begins; and
// that leaves nothing else.
func TestPublishCrashes(t *testing.T) {
	faults(t, changing, func(t *testing.T, call, fault string) bool { return crash(t, call, fault, nil) })
}

// The same on a file system without exchange, between the two renames.
func TestPublishCrashesInSteps(t *testing.T) {
	for n := 1; n <= 3; n++ {
		if !crash(t, "renameat", fmt.Sprintf("signal=KILL:when=%d", n), []string{"-e", "inject=renameat2:error=EINVAL"}) {
			t.Errorf("rename %d: no fault", n)
		}
	}
}

// crash publishes over an old result, with a fault, and looks at what is left. It
// reports whether the fault did anything: past the last such call nothing does.
func crash(t *testing.T, call, fault string, more []string) bool {
	t.Helper()
	dir := t.TempDir()
	out := filepath.Join(dir, "public")
	if err := publishPage(out, "old"); err != nil {
		t.Fatal(err)
	}
	args := append([]string{"-f", "-qq", "-o", filepath.Join(dir, "trace"), "-e", "trace=renameat2," + call, "-e", "inject=" + call + ":" + fault}, more...)
	cmd := exec.Command("strace", append(args, os.Args[0])...)
	cmd.Env = append(os.Environ(), "PUBLISH_TEST="+out)
	output, err := cmd.CombinedOutput()
	if cmd.ProcessState == nil || strings.Contains(string(output), "strace: ") {
		t.Fatalf("%v: %s (make test installs strace)", err, output)
	}
	if more == nil {
		whole(t, call+" "+fault, out) // at no moment anything else
	}
	if next, err := OpenStage(out); err != nil {
		t.Errorf("%s %s: the next build fails: %v", call, fault, err)
	} else {
		next.Discard()
	}
	whole(t, call+" "+fault+", after the next build began", out)
	trace, _ := os.ReadFile(filepath.Join(dir, "trace"))
	left, _ := os.ReadDir(dir)
	if len(left) != 2 { // public and trace
		t.Errorf("%s %s: left %v", call, fault, left)
	}
	return cmd.ProcessState.ExitCode() < 0 || more == nil && strings.Contains(string(trace), "INJECTED")
}

// whole demands a result that is all old or all new.
func whole(t *testing.T, when, out string) {
	t.Helper()
	var texts []string
	for _, name := range []string{"index.html", "page/index.html"} {
		text, err := os.ReadFile(filepath.Join(out, name))
		if err != nil {
			t.Errorf("%s: %v", when, err)
		}
		texts = append(texts, string(text))
	}
	if texts[0] != texts[1] || texts[0] != "old" && texts[0] != "new" {
		t.Errorf("%s: %q", when, texts)
	}
	if _, err := ResolveOut(filepath.Join(out, "..", "..", "site"), out); err != nil {
		t.Errorf("%s: %v", when, err)
	}
}
