package main

import (
	"context"
	"flag"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"comwijzer/tools/internal/build"
	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/text"
)

var _ = register(command{
	name:  "glossary",
	inner: true,
	args:  "[add | candidates] ...",
	title: "write the glossary without pages, add a term, find words that lack one",
	doc: `
wijzer glossary
    Checks content and data, writes what is generated from them into .gen/,
    and prints the names of those files: the glossary that the pages use,
    where terms and sources are used, and the downloads. Every build does this
    too. Nothing generated is committed.

` + addDoc + candidatesDoc,
	setup: func(*flag.FlagSet) runner { return runGlossary },
})

// glossaryWork holds what wijzer glossary can do besides writing.
var glossaryWork = map[string]runner{"add": runAdd, "candidates": runCandidates}

func runGlossary(ctx context.Context, t *terminal, args []string) error {
	if len(args) == 0 {
		return writeGlossary(ctx, t)
	}
	work, ok := glossaryWork[args[0]]
	if !ok {
		names := slices.Sorted(maps.Keys(glossaryWork))
		return failure.Usage(text.DidYouMean(args[0], names, "it can "+strings.Join(names, " and ")), "glossary cannot %q", args[0])
	}
	return work(ctx, t, args[1:])
}

func writeGlossary(ctx context.Context, t *terminal) error {
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
