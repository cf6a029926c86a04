package main

import (
	"errors"
	"strings"
	"testing"

	"comwijzer/tools/internal/failure"
)

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left") }

// A result that nobody gets is no success, whatever the command.
func TestResultsThatAreLost(t *testing.T) {
	for _, command := range []string{"check --rules", "explain", "explain link-dead", "help", "version", "headers nginx"} {
		var told strings.Builder
		args := append([]string{"-C", "testdata/mini"}, strings.Fields(command)...)
		if code := run(t.Context(), args, full{}, &told); code != failure.ExitEnvironment || !strings.Contains(told.String(), "no space left") {
			t.Errorf("%s: %d, %s", command, code, told.String())
		}
	}
}
