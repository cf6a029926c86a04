package publish

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestMain lets this program publish a page, so that it can be killed.
func TestMain(m *testing.M) {
	if out, text, ok := strings.Cut(os.Getenv("PUBLISH_TEST"), "="); ok {
		runtime.LockOSThread() // faults are counted by thread
		if err := publishPage(out, text); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
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
	var times int
	for _, call := range changing {
		for _, fault := range []string{"signal=KILL", "error=ENOSPC"} {
			for n := 1; crash(t, call, fmt.Sprintf("%s:when=%d", fault, n), nil); n++ {
				times++
			}
		}
	}
	if times < 40 {
		t.Errorf("only %d faults", times)
	}
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
	cmd.Env = append(os.Environ(), "PUBLISH_TEST="+out+"=new")
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
