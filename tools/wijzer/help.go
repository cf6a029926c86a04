package main

import (
	"context"
	"flag"
	"fmt"
)

var _ = register(command{
	name:  "help",
	args:  "[COMMAND]",
	title: "tell what the commands do",
	doc:   "Without COMMAND it lists them.",
	setup: func(*flag.FlagSet) runner { return runHelp },
})

func runHelp(_ context.Context, t *terminal, args []string) error {
	if len(args) == 0 {
		fmt.Fprint(t.out, t.usage())
		return nil
	}
	c, err := commandCalled(args[0])
	if err == nil {
		fmt.Fprint(t.out, t.usageOf(c))
	}
	return err
}
