package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// changing are the system calls by which files change, but for the opening of new
// ones: what comes next to an opening is on the list.
var changing = []string{"mkdirat", "write", "fsync", "renameat", "unlinkat"}

// A command that is killed at any system call, or meets a full disk there, has
// changed all or nothing, at the latest when the next command has run.
func TestCrashes(t *testing.T) {
	step := 4
	if *trial {
		step = 1
	}
	for name, args := range map[string][]string{
		"glossary add": {"glossary", "add", "nieuw"},
		"mv":           {"mv", "--yes", "/netwerk/delen", "/netwerk/stukken"},
	} {
		t.Run(name, func(t *testing.T) {
			before, after := crashSite(t), crashSite(t)
			wijzer(t, after, args...)
			old, renewed := authored(t, before), authored(t, after)
			faults := map[string]int{}
			for _, call := range changing {
				for _, fault := range []string{"signal=KILL", "error=ENOSPC"} {
					for n := 1; faulty(t, before, call, fault, n, args...); n += step {
						faults[fault]++
						wijzer(t, before, "check", "content")
						if got := authored(t, before); got != old && got != renewed {
							t.Fatalf("%s at %s %d: half of it is left", fault, call, n)
						}
						before = restored(t, before, old)
					}
					before = crashSite(t)
				}
			}
			if faults["signal=KILL"] < 5 || faults["error=ENOSPC"] < 5 {
				t.Errorf("only %v", faults) // strace can leave a fault out without a word
			}
		})
	}
}

// faulty runs wijzer with a fault at the n-th system call of a kind. It reports
// whether the fault made it fail: past the last such call nothing happens.
func faulty(t *testing.T, dir, call, fault string, n int, args ...string) bool {
	t.Helper()
	inject := fmt.Sprintf("inject=%s:%s:when=%d", call, fault, n)
	cmd := exec.Command("strace", append([]string{"-f", "-qq", "-o", os.DevNull, "-e", "trace=" + call, "-e", inject, "wijzer"}, args...)...)
	cmd.Dir = dir
	output, err := cmd.CombinedOutput()
	if cmd.ProcessState == nil || strings.Contains(string(output), "strace: ") {
		t.Fatalf("%v: %s (make test installs strace)", err, output)
	}
	return err != nil
}

func crashSite(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "site")
	if err := miniSite(dir); err != nil {
		t.Fatal(err)
	}
	return dir
}

// restored returns a site in which nothing has happened.
func restored(t *testing.T, dir, old string) string {
	t.Helper()
	if authored(t, dir) == old {
		return dir
	}
	return crashSite(t)
}

// wijzer runs a command; what it says is left to other tests.
func wijzer(t *testing.T, dir string, args ...string) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "wijzer", args...)
	cmd.Dir = dir
	if output, err := cmd.CombinedOutput(); err != nil && cmd.ProcessState.ExitCode() != 1 {
		t.Fatalf("wijzer %v: %v\n%s", args, err, output)
	}
}

// authored returns a sum of what people write; hidden files count.
func authored(t *testing.T, dir string) string {
	t.Helper()
	var sums []string
	for _, name := range []string{"content", "data"} {
		sum, err := treeSum(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		sums = append(sums, sum)
	}
	return strings.Join(sums, " ")
}
