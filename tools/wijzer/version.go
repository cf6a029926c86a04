package main

import (
	"context"
	"flag"
	"fmt"

	"comwijzer/tools/internal/toolchain"
)

func init() {
	register(command{
		name:  "version",
		title: "print the versions of wijzer and of what it is made of",
		doc:   "Pagefind is the one that the package-lock.json of the site asks for; outside a site it is left out.",
		setup: func(*flag.FlagSet) runner { return runVersion },
	})
}

func runVersion(_ context.Context, t *terminal, args []string) error {
	if err := noArguments("version", args); err != nil {
		return err
	}
	for _, v := range toolchain.Versions() {
		fmt.Fprintf(t.out, "%-9s %s\n", v.Name, v.Version)
	}
	root, err := t.site()
	if err != nil {
		return nil // a version is asked for in bug reports, from anywhere
	}
	pagefind, err := toolchain.PagefindVersion(root)
	if err != nil {
		return err
	}
	fmt.Fprintf(t.out, "%-9s %s\n", "pagefind", pagefind)
	return nil
}
