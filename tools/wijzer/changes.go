package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"strings"
	"time"

	"comwijzer/tools/internal/build"
	"comwijzer/tools/internal/check"
	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/review"
	"comwijzer/tools/internal/toolchain"
)

var _ = register(command{
	name:  "changes",
	bare:  true,
	args:  "--for-review REV | --since REV|DATE [--format text|markdown|github|json|sarif]",
	title: "show what changed, what weighs most first",
	doc: `
Compares content, data, interface texts and settings as they are with those of
revision REV of the git repository, such as main, and prints one line for each
change. First comes what could harm and no rule can judge: a second reader sees
that in the first lines. What changed alike in two languages is one line, after
what changed in one only. The kinds of changes, the heaviest first:

` + listOf(review.Weights) + `
With --since it tells readers what changed since a revision, such as the tag of
a release, or since a day: by what it is to them, in this order:

` + listOf(review.Kinds) + `
  --format F  text, markdown (a list, for a pull request), github (annotations
              in a workflow), json or sarif
`,
	setup: setupChanges,
})

func listOf(kinds []review.Kind) string {
	var b strings.Builder
	for _, k := range kinds {
		fmt.Fprintf(&b, "  %-12s%s\n", k.Kind, k.What)
	}
	return b.String()
}

func setupChanges(flags *flag.FlagSet) runner {
	revision := flags.String("for-review", "", "")
	since := flags.String("since", "", "")
	format := flags.String("format", "text", "")
	return func(ctx context.Context, t *terminal, _ []string) error {
		if err := knownFormat(*format); err != nil {
			return err
		}
		if (*revision == "") == (*since == "") {
			return failure.Usage("give the revision to compare with: --for-review main, or --since 2026-11-01", "changes needs a revision")
		}
		root, err := t.site()
		if err != nil {
			return err
		}
		if *since != "" {
			if *revision, err = toolchain.RevisionOn(ctx, root, *since); err != nil {
				return err
			}
		}
		was, err := stateAt(ctx, root, *revision)
		if err != nil {
			return err
		}
		now, findings := build.Check(root, time.Now())
		is := review.State{Site: now, Findings: findings}
		if *since == "" { // for who reviews, and not for readers
			was.Left, is.Left = check.Left(was.Site, time.Now()), check.Left(now, time.Now())
		}
		found := review.Changes(was, is)
		titles := review.Titles(review.Weights)
		if *since != "" {
			found, titles = review.ByKind(found, now.Languages), review.Titles(review.Kinds)
		}
		t.say(count(len(found), "change") + " since " + cmp.Or(*since, *revision))
		return t.print(*format, found, titles)
	}
}

// stateAt reads and checks the site as it is in a revision, without its drafts.
func stateAt(ctx context.Context, root, revision string) (review.State, error) {
	files, err := toolchain.Revision(ctx, root, revision)
	if err != nil {
		return review.State{}, err
	}
	s, findings, _ := build.CheckFiles(files, time.Now())
	if len(s.Languages) == 0 {
		return review.State{}, failure.Usage("give a later one", "revision %q has no site here", revision)
	}
	return review.State{Site: s, Findings: findings}, nil
}
