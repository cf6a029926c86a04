// Supply sees to what wijzer and the site are made of: it pins the npm packages, says
// under which licences all of it comes, and makes releases of the program.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
)

const usage = `usage: go run ./tools/supply COMMAND, at the top of the repository

  pin          hash what is in the npm packages of package-lock.json, copy the
               styles that the site uses, and list all licences
  update       get the newest of every Go module, as far as it can be had
  release DIR  build the program for every system into DIR, which is to be new or
               empty, with checksums, lists of parts (CycloneDX) and licences`

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "supply:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string) error {
	switch {
	case len(args) == 1 && args[0] == "pin":
		if err := pin(ctx, "."); err != nil {
			return err
		}
		return listLicences(ctx, ".")
	case len(args) == 1 && args[0] == "update":
		kept, err := update(ctx, ".")
		for _, line := range kept {
			fmt.Println("not the newest:", line)
		}
		return err
	case len(args) == 2 && args[0] == "release":
		return release(ctx, ".", args[1])
	}
	return errors.New(usage)
}

// ask runs a program in dir and returns what it prints; what it complains of is shown.
func ask(ctx context.Context, dir string, env []string, name string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir, cmd.Env, cmd.Stderr = dir, append(os.Environ(), env...), os.Stderr
	printed, err := cmd.Output()
	if err != nil {
		err = fmt.Errorf("%s: %w", cmd, err)
	}
	return string(printed), err
}
