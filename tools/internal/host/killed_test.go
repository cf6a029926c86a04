package host

import (
	"errors"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"sync/atomic"
	"syscall"
	"testing"
)

// A process that is killed at any step of publishing or going back leaves a whole
// release, and the next run does what it could not.
func TestKilled(t *testing.T) {
	if dir := os.Getenv("WIJZER_KILLED_DIR"); dir != "" {
		killed(t, dir)
		return
	}
	times := 20
	if *trial {
		times = 100
	}
	random := rand.New(rand.NewPCG(1, 2))
	for i := range times {
		command := []string{"publish", "rollback"}[i%2]
		dir, target := prepared(t, command)
		cmd := exec.Command(os.Args[0], "-test.run=^TestKilled$")
		cmd.Env = append(os.Environ(), "WIJZER_KILLED_DIR="+dir, "WIJZER_KILLED_COMMAND="+command, "WIJZER_KILLED_AT="+strconv.Itoa(random.IntN(50)))
		output, err := cmd.CombinedOutput()
		if status, ok := cmd.ProcessState.Sys().(syscall.WaitStatus); err != nil && !(ok && status.Signaled()) {
			t.Fatalf("%v\n%s", err, output)
		}
		isOf(t, answers(t, dir), oldSite, newSite)
		if err := steps[command](t.Context(), target); err != nil {
			t.Fatalf("%s after a kill: %v", command, err)
		}
		tidy(t, dir)
	}
}

// killed is the process that kills itself at a step.
func killed(t *testing.T, dir string) {
	at, _ := strconv.Atoi(os.Getenv("WIJZER_KILLED_AT"))
	var left atomic.Int64
	left.Store(int64(at))
	target := open(t, dir).(tree)
	steps[os.Getenv("WIJZER_KILLED_COMMAND")](t.Context(), tree{broken{target.disk, &left, errKilled, 0}})
}

// errKilled is an error that nobody lives to read.
var errKilled = errors.New("killed")
