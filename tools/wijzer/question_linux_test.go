package main

import (
	"bufio"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
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
			seen, err := onTerminal(t, dir, "LANG=C LC_ALL=C wijzer "+args, func(seen string) []byte {
				if strings.HasSuffix(seen, "[y/N] ") || strings.HasSuffix(seen, "term): ") {
					return []byte{3}
				}
				return nil
			})
			var exit *exec.ExitError
			if !errors.As(err, &exit) || exit.ExitCode() != failure.ExitInterrupted || !strings.Contains(seen, "interrupted: nothing was changed") {
				t.Errorf("%v\n%s", err, seen)
			}
			if authored(t, dir) != before {
				t.Error("something has changed")
			}
		})
	}
}

// A new site is asked for until it can be made, in the language of who answers.
func TestNewSiteAsks(t *testing.T) {
	dir := t.TempDir()
	answers := []string{"", "Veilig", "nederlands", "nl", "Japan", "jp", "alarm", "119", "nergens", "", "ja"}
	seen, err := onTerminal(t, dir, "LANG=nl LC_ALL=nl wijzer new site own", func(seen string) []byte {
		if !strings.HasSuffix(seen, "?: ") && !strings.HasSuffix(seen, "): ") && !strings.HasSuffix(seen, "]: ") {
			return nil
		}
		answer := answers[0]
		if answers = answers[1:]; len(answers) == 0 {
			answers = []string{""}
		}
		return []byte(answer + "\r")
	})
	config, readErr := os.ReadFile(filepath.Join(dir, "own", "config.toml"))
	if err := errors.Join(err, readErr); err != nil || strings.Contains(string(config), "safety =") || !strings.Contains(string(config), `region = "JP"`) {
		t.Errorf("%v\n%s\n%s", err, seen, config)
	}
}

// onTerminal runs a command on a terminal in dir. press returns the keys that are pressed when so much has been seen, nil for
// none. It returns all that was seen, and how the command ended.
func onTerminal(t *testing.T, dir, command string, press func(seen string) []byte) (seen string, err error) {
	t.Helper()
	cmd := exec.Command("script", "-qec", command, "/dev/null")
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
	for in := bufio.NewReader(screen); ; {
		b, err := in.ReadByte()
		if seen += string(rune(b)); err != nil {
			return seen, cmd.Wait()
		}
		keys.Write(press(seen))
	}
}
