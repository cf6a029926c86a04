package main

import (
	"bufio"
	"errors"
	"os/exec"
	"strings"
	"testing"

	"comwijzer/tools/internal/failure"
)

// Ctrl-C, pressed once on a real terminal, ends whatever asks, and nothing has changed.
func TestCtrlCAtAQuestion(t *testing.T) {
	for _, name := range []string{"mv", "retire", "check --fix", "new"} {
		t.Run(name, func(t *testing.T) {
			c := crashes[name]
			args := strings.ReplaceAll(c.args, "--yes", "")
			if name == "new" {
				args = "new"
			}
			dir := c.site(t)
			before := authored(t, dir)
			cmd := exec.Command("script", "-qec", "LANG=C LC_ALL=C wijzer "+args, "/dev/null")
			cmd.Dir = dir
			keys, err := cmd.StdinPipe()
			if err != nil {
				t.Fatal(err)
			}
			screen, err := cmd.StdoutPipe()
			if err == nil {
				err = cmd.Start()
			}
			if err != nil {
				t.Fatal(err)
			}
			seen := ""
			for in := bufio.NewReader(screen); ; {
				b, err := in.ReadByte()
				if seen += string(rune(b)); err != nil {
					break
				}
				if strings.HasSuffix(seen, "[y/N] ") || strings.HasSuffix(seen, "term): ") {
					keys.Write([]byte{3})
				}
			}
			var exit *exec.ExitError
			if err := cmd.Wait(); !errors.As(err, &exit) || exit.ExitCode() != failure.ExitInterrupted || !strings.Contains(seen, "interrupted: nothing was changed") {
				t.Errorf("%v\n%s", err, seen)
			}
			if authored(t, dir) != before {
				t.Error("something has changed")
			}
		})
	}
}
