package main

import (
	"context"
	"flag"
	"fmt"
	"maps"
	"slices"

	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/text"
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
	c, ok := commands[args[0]]
	if !ok {
		return failure.Usage(text.DidYouMean(args[0], slices.Sorted(maps.Keys(commands)), "run wijzer help for the list"),
			"unknown command %q", args[0])
	}
	fmt.Fprint(t.out, t.usageOf(c))
	return nil
}
