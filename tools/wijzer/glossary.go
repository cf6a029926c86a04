package main

import (
	"context"
	"flag"
	"fmt"
	"time"

	"comwijzer/tools/internal/build"
)

func init() {
	register(command{
		name:  "glossary",
		title: "write the glossary and the other generated data, without pages",
		doc: `
Checks content and data, writes what is generated from them into .gen/, and
prints the names of those files: the glossary that the pages use, where terms
and sources are used, and the glossary as JSON-LD. Every build does this too.
Nothing generated is committed.
`,
		setup: func(*flag.FlagSet) runner { return runGlossary },
	})
}

func runGlossary(ctx context.Context, t *terminal, args []string) error {
	if err := noArguments("glossary", args); err != nil {
		return err
	}
	root, err := t.site()
	if err != nil {
		return err
	}
	written, findings, err := build.Glossary(ctx, root, time.Now())
	t.report(findings)
	for _, name := range written {
		fmt.Fprintln(t.out, name)
	}
	return err
}
