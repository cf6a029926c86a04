// Package bench measures what wijzer costs on sites of growing size, and beside
// it the least that the same work costs without it. It prints ratios: machines
// differ, ratios less so. Everything runs in a process of its own, so that time
// and memory are of one run.
//
//	go test -run '^$' -bench . -benchtime 3x -timeout 0 ./tools/bench
package bench

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"comwijzer/tools/internal/render"
)

// root is the repository.
const root = "../.."

// tasks are what this program does for a benchmark, in a process of its own: each
// takes a folder.
var tasks = map[string]func(dir string) error{
	"parse": parseAll, "check": checkSite, "index": indexSite, "hugo": bareHugo,
}

func TestMain(m *testing.M) {
	render.ServeChild()
	if do := tasks[os.Getenv("WIJZER_BENCH")]; do != nil {
		start := time.Now()
		if err := do(os.Args[1]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		fmt.Println(time.Since(start).Seconds())
		return
	}
	os.Exit(m.Run())
}

// wijzer returns a command of the program itself.
func wijzer(b *testing.B, dir string, args ...string) *exec.Cmd {
	b.Helper()
	program := filepath.Join(os.TempDir(), fmt.Sprintf("wijzer-bench-%d", os.Getpid()))
	if _, err := os.Stat(program); err != nil {
		if out, err := exec.Command("go", "build", "-o", program, root+"/tools/wijzer").CombinedOutput(); err != nil {
			b.Fatalf("%v\n%s", err, out)
		}
	}
	cmd := exec.Command(program, args...)
	cmd.Dir = dir
	return cmd
}

// A cost is what one run of a program took.
type cost struct {
	seconds float64 // by the clock
	cpu     float64 // seconds of all processors, of what it started too
	own     float64 // the most memory in MB, without Pagefind
	finder  float64 // the most memory in MB of what Pagefind used
}

func run(b *testing.B, cmd *exec.Cmd) cost {
	b.Helper()
	var said bytes.Buffer
	if cmd.Stdout == nil {
		cmd.Stdout = &said
	}
	cmd.Stderr = &said
	start := time.Now()
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	peaks := watchMemory(cmd.Process.Pid)
	err := cmd.Wait()
	c := cost{seconds: time.Since(start).Seconds()}
	c.own, c.finder = peaks()
	if err != nil {
		b.Fatalf("%v: %v\n%s", cmd.Args, err, said.Bytes())
	}
	c.cpu = (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds()
	return c
}

// runTask does a task in a process of its own, whose start does not count.
func runTask(b *testing.B, name, dir string) cost {
	b.Helper()
	self, err := os.Executable()
	if err != nil {
		b.Fatal(err)
	}
	var seconds bytes.Buffer
	cmd := exec.Command(self, dir)
	cmd.Env = append(os.Environ(), "WIJZER_BENCH="+name)
	cmd.Stdout = &seconds
	c := run(b, cmd)
	if _, err := fmt.Sscan(seconds.String(), &c.seconds); err != nil {
		b.Fatal(err)
	}
	return c
}

// median returns the middle one of costs, number by number.
func median(costs []cost) cost {
	pick := func(of func(cost) float64) float64 {
		var numbers []float64
		for _, c := range costs {
			numbers = append(numbers, of(c))
		}
		slices.Sort(numbers)
		return numbers[len(numbers)/2]
	}
	return cost{
		seconds: pick(func(c cost) float64 { return c.seconds }), cpu: pick(func(c cost) float64 { return c.cpu }),
		own: pick(func(c cost) float64 { return c.own }), finder: pick(func(c cost) float64 { return c.finder }),
	}
}

// report prints a number instead of the time of a loop, which measures nothing here.
func report(b *testing.B, number float64, unit string) {
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(number, unit)
}
