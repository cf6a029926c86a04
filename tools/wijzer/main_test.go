package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"comwijzer/tools/internal/render"
	"comwijzer/tools/internal/write"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain makes the real program available as "wijzer", to scripts and on the
// PATH of the tests in Go. The real one has no switch for tests.
func TestMain(m *testing.M) {
	allowLoopback = os.Getenv("WIJZER_TEST_ALLOW_LOOPBACK") == "1"
	render.ServeChild()
	testscript.Main(m, map[string]func(){"wijzer": main})
}

// The scripts of the commands, one topic a file. Each works in a copy of
// testdata/mini, in the folder "site". Besides what testscript has there is:
//
//	run wijzer …      run the program in this process: to start it costs more than what
//	                  most commands do. What is about the environment, standard input or
//	                  a build, which starts a process of its own, uses exec
//	code N COMMAND…   run it and demand exit code N: wijzer as with run, $WIJZER as with exec
//	keep DIR          remember every byte of DIR
//	kept DIR          demand that DIR is as remembered
//	[root]            the condition that permissions do not count
//	takeport VAR      occupy a port on loopback until the script ends
//	takelock FILE     hold the lock on a file until the script ends
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join(here, "testdata/script"),
		RequireExplicitExec: true,
		Setup:               setupScript,
		Condition: func(name string) (bool, error) {
			if name == "root" {
				return os.Geteuid() == 0, nil
			}
			return false, fmt.Errorf("unknown condition %q", name)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"run": cmdRun, "code": cmdCode, "keep": cmdKeep, "kept": cmdKept, "takeport": cmdTakePort, "takelock": cmdTakeLock,
		},
	})
}

func setupScript(env *testscript.Env) error {
	program, err := exec.LookPath("wijzer")
	if err != nil {
		return err
	}
	env.Setenv("WIJZER", program) // for scripts that empty the PATH
	return miniSite(filepath.Join(env.WorkDir, "site"))
}

const repository = "../.."

// miniSite makes a small site in dir.
func miniSite(dir string) error {
	return os.CopyFS(dir, os.DirFS(filepath.Join(here, "testdata/mini")))
}

// here is the folder of this package: a script may work elsewhere.
var here, _ = os.Getwd()

// working is held by the script whose folder and environment are the process's.
var working sync.Mutex

// inProcess runs the program where the script stands, and returns the exit code.
func inProcess(ts *testscript.TestScript, args []string) int {
	working.Lock()
	defer working.Unlock()
	for _, name := range []string{"HOME", "TMPDIR", "LANG", "LC_ALL", "LC_MESSAGES"} {
		defer os.Setenv(name, os.Getenv(name))
		os.Setenv(name, ts.Getenv(name))
	}
	ts.Check(os.Chdir(ts.MkAbs(".")))
	defer os.Chdir(here)
	return run(context.Background(), args, ts.Stdout(), ts.Stderr())
}

func cmdRun(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 || args[0] != "wijzer" {
		ts.Fatalf("usage: run wijzer [args...]")
	}
	cmdCode(ts, false, append([]string{"0"}, args...))
}

func cmdCode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: code N command [args...]")
	}
	got := 0
	var exit *exec.ExitError
	if args[1] == "wijzer" {
		got = inProcess(ts, args[2:])
	} else if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if strconv.Itoa(got) != args[0] {
		ts.Fatalf("exit code %d, want %s", got, args[0])
	}
}

func cmdKeep(ts *testscript.TestScript, _ bool, args []string) {
	sum, err := treeSum(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Setenv("KEPT", sum)
}

func cmdKept(ts *testscript.TestScript, neg bool, args []string) {
	sum, err := treeSum(ts.MkAbs(args[0]))
	ts.Check(err)
	if (sum == ts.Getenv("KEPT")) == neg {
		ts.Fatalf("%s: unchanged is %v", args[0], neg)
	}
}

func cmdTakePort(ts *testscript.TestScript, _ bool, args []string) {
	listener, err := net.Listen("tcp4", "127.0.0.1:0")
	ts.Check(err)
	ts.Defer(func() { listener.Close() })
	ts.Setenv(args[0], strconv.Itoa(listener.Addr().(*net.TCPAddr).Port))
}

func cmdTakeLock(ts *testscript.TestScript, _ bool, args []string) {
	file, err := os.OpenFile(ts.MkAbs(args[0]), os.O_RDWR, 0)
	ts.Check(err)
	ts.Defer(func() { file.Close() })
	if !write.TryLock(file) {
		ts.Fatalf("%s is locked", args[0])
	}
}

// treeSum returns a sum over the names and bytes of everything in dir.
func treeSum(dir string) (string, error) {
	sum := sha256.New()
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := os.ReadFile(filepath.Join(dir, name))
		fmt.Fprintf(sum, "%s %d\n%s", name, len(text), text)
		return err
	})
	return fmt.Sprintf("%x", sum.Sum(nil)), err
}

func TestEveryCommandHasScriptAndDoc(t *testing.T) {
	for name, c := range commands {
		if c.title == "" || c.doc == "" {
			t.Errorf("%s: no title or doc", name)
		}
		scripts, _ := filepath.Glob("testdata/script/" + name + "*.txtar")
		if len(scripts) == 0 {
			t.Errorf("%s: no script testdata/script/%s*.txtar", name, name)
		}
		if !strings.Contains((&terminal{}).usage(), name) {
			t.Errorf("%s: not in the usage", name)
		}
	}
}
