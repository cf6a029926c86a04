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

// often returns how many processes to kill.
func often(sample int) int {
	if *trial {
		return 100
	}
	return sample
}

// A process that is killed at any step of publishing or going back leaves a whole
// release, and the next run does what it could not.
func TestKilled(t *testing.T) {
	if address := os.Getenv("WIJZER_KILLED_TARGET"); address != "" {
		killed(t, address)
		return
	}
	kill(t, often(20), func(dir string) string { return dir })
}

func TestKilledOverSFTP(t *testing.T) {
	kill(t, often(4), startSSH(t, "Subsystem sftp internal-sftp").target)
}

// kill kills so many processes that work on a folder by its address.
func kill(t *testing.T, times int, address func(dir string) string) {
	random := rand.New(rand.NewPCG(1, 2))
	for i := range times {
		command := []string{"publish", "rollback"}[i%2]
		dir, target := prepared(t, command)
		cmd := process(address(dir), command)
		cmd.Env = append(cmd.Env, "WIJZER_KILLED_AT="+strconv.Itoa(random.IntN(50)))
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

// Object storage shows at each address a file of one of the two, until the next run.
func TestKilledOverS3(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	old, next := oldSite.texts(), newSite.texts()
	for i := range often(4) {
		command := []string{"publish", "rollback"}[i%2]
		s := startStore(t)
		target := open(t, "s3://site")
		published(t, target, oldSite)
		if command == "rollback" {
			published(t, target, newSite)
		}
		cmd := process("s3://site", command)
		s.cut = make(chan bool, 1)
		s.left.Store(random.Int64N(60))
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		go func() { <-s.cut; cmd.Process.Kill() }()
		cmd.Wait()
		s.left.Store(1 << 40)
		for name, text := range s.answers(target) {
			if text != old[name] && text != next[name] {
				t.Errorf("%s: %q is of neither release: %q", command, name, text)
			}
		}
		published(t, target, newSite)
		isOf(t, s.answers(target), newSite)
	}
}

// process returns one that does a command on a target.
func process(address, command string) *exec.Cmd {
	cmd := exec.Command(os.Args[0], "-test.run=^TestKilled$")
	cmd.Env = append(os.Environ(), "WIJZER_KILLED_TARGET="+address, "WIJZER_KILLED_COMMAND="+command)
	return cmd
}

// killed is that process: on a disk it kills itself at a step.
func killed(t *testing.T, address string) {
	at, _ := strconv.Atoi(os.Getenv("WIJZER_KILLED_AT"))
	var left atomic.Int64
	left.Store(int64(at))
	target := open(t, address)
	if disk, ok := target.(tree); ok {
		target = tree{broken{disk.disk, &left, errKilled, 0}}
	}
	steps[os.Getenv("WIJZER_KILLED_COMMAND")](t.Context(), target)
}

// errKilled is an error that nobody lives to read.
var errKilled = errors.New("killed")
