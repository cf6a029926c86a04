package bench

import (
	"bufio"
	"bytes"
	"flag"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

var trial = flag.Bool("trial", false, "count what a byte costs")

// No text costs more than twice as much for each byte as the real content does, counted
// in statements of our own code: tools/bench/testdata/steps.
func TestNoByteCostsTwiceThatOfTheRealContent(t *testing.T) {
	if !*trial {
		t.Skip("make trial counts: all of the program is compiled anew for it")
	}
	program := filepath.Join(t.TempDir(), "steps")
	build := exec.Command("go", "build", "-cover", "-covermode=atomic", "-coverpkg=comwijzer/tools/internal/...,comwijzer/tools/bench/testdata/steps", "-o", program, "./tools/bench/testdata/steps")
	build.Dir = root
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	count := exec.Command(program)
	count.Dir = root
	told, err := count.Output()
	if err != nil {
		t.Fatal(err)
	}
	most, kinds := 0, 0
	for lines := bufio.NewScanner(bytes.NewReader(told)); lines.Scan(); kinds++ {
		steps, what, _ := strings.Cut(lines.Text(), "\t")
		n, err := strconv.Atoi(steps)
		switch {
		case err != nil:
			t.Fatal(lines.Text())
		case kinds == 0:
			most = 2 * n
			t.Logf("%d steps a byte: %s", n, what)
		case n > most:
			t.Errorf("%d steps a byte, more than %d: %s", n, most, what)
		}
	}
	if most == 0 || kinds < 200 {
		t.Errorf("counted %d kinds, at most %d steps a byte", kinds, most)
	}
}
