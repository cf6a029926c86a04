package main

import (
	"context"
	"flag"
	"fmt"

	"comwijzer/tools/internal/toolchain"
)

var _ = register(command{
	name:  "version",
	bare:  true,
	title: "print the versions of wijzer and of what it is made of",
	doc:   "Say them in a report of a fault. It works anywhere, outside a site too.",
	setup: func(*flag.FlagSet) runner { return runVersion },
})

func runVersion(_ context.Context, t *terminal, _ []string) error {
	for _, v := range toolchain.Versions() {
		fmt.Fprintf(t.out, "%-9s %s\n", v.Name, v.Version)
	}
	return nil
}
