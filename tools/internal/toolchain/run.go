package toolchain

import (
	"context"
	"os"
	"os/exec"
	"strings"
	"time"
)

// runTool runs a program in dir and returns what it printed.
func runTool(ctx context.Context, dir, name string, args ...string) (string, error) {
	cmd := tool(ctx, dir, name, args...)
	defer endWithUs(cmd)()
	said, err := cmd.CombinedOutput()
	return string(said), err
}

// tool prepares a program. When ctx ends it gets the chance to clean up,
// and then is killed.
func tool(ctx context.Context, dir, name string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = dir
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	cmd.WaitDelay = 2 * time.Second
	return cmd
}

func lastLines(text string, n int) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	return strings.Join(lines[max(0, len(lines)-n):], "\n    ")
}
