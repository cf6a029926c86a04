package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// update gets the newest of every Go module that root names. For one that cannot be had, or asks for a newer Go, it gets the
// newest patch if there is one, and returns a line with the reason.
func update(ctx context.Context, root string) (kept []string, err error) {
	names, err := named(ctx, root)
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		if why := get(ctx, root, name+"@latest"); why != "" {
			get(ctx, root, name+"@patch")
			kept = append(kept, name+": "+why)
		}
	}
	for _, args := range [][]string{{"mod", "tidy"}, {"mod", "verify"}} {
		if _, err := ask(ctx, root, here, "go", args...); err != nil {
			return kept, err
		}
	}
	return kept, nil
}

// here has Go fetch no other Go.
var here = []string{"GOTOOLCHAIN=local"}

// named lists the modules that go.mod asks for itself.
func named(ctx context.Context, root string) (names []string, err error) {
	text, err := ask(ctx, root, here, "go", "mod", "edit", "-json")
	if err != nil {
		return nil, err
	}
	var file struct {
		Require []struct {
			Path     string
			Indirect bool
		}
	}
	if err := json.Unmarshal([]byte(text), &file); err != nil {
		return nil, err
	}
	for _, r := range file.Require {
		if !r.Indirect {
			names = append(names, r.Path)
		}
	}
	return names, nil
}

// get returns why a module could not be had, "" when it could.
func get(ctx context.Context, root, module string) string {
	fmt.Println("getting", module)
	cmd := exec.CommandContext(ctx, "go", "get", module)
	cmd.Dir, cmd.Env = root, append(os.Environ(), here...)
	said, err := cmd.CombinedOutput()
	if err == nil {
		return ""
	}
	lines := strings.Split(strings.TrimSpace(string(said)), "\n")
	return strings.TrimSpace(lines[len(lines)-1])
}
