package main

import (
	"context"
	"flag"
	"fmt"
	"slices"
	"strconv"
	"time"

	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/host"
)

var _ = register(command{
	name:  "rollback",
	args:  "TARGET [RELEASE] [--list] [--take-over]",
	title: "have readers get an earlier release again",
	doc: `
Goes back to the release that readers had before the one that they get now, or
to the one with the number RELEASE. Nothing is built and nothing travels, so this takes a
moment. The release that is left stays there, and wijzer publish makes a new
one as always: mend what was wrong, and publish.
` + targets + `
  --list       list the releases that are there, and change nothing
  --take-over  as in wijzer publish
`,
	setup: setupRollback,
})

func setupRollback(flags *flag.FlagSet) runner {
	var o host.Options
	list := flags.Bool("list", false, "")
	flags.BoolVar(&o.TakeOver, "take-over", false, "")
	return func(ctx context.Context, t *terminal, args []string) error {
		if len(args) == 0 {
			return noTarget("rollback")
		}
		if err := noArguments("rollback", args[min(2, len(args)):]); err != nil {
			return err
		}
		number := 0
		if len(args) > 1 {
			var err error
			if number, err = strconv.Atoi(args[1]); err != nil || number < 1 {
				return failure.Usage("wijzer rollback TARGET --list lists them", "no release %q", args[1])
			}
		}
		return runRollback(ctx, t, args[0], number, *list, o)
	}
}

func runRollback(ctx context.Context, t *terminal, address string, number int, list bool, o host.Options) error {
	start := time.Now()
	root, err := t.site()
	if err != nil {
		return err
	}
	target, done, err := openTarget(ctx, t, root, address, &o)
	if err != nil {
		return err
	}
	defer done()
	if list {
		return listReleases(ctx, t, target)
	}
	t.status("going back")
	result, err := host.Rollback(ctx, target, number, o)
	return tell(t, "readers get release", address, result, err, start)
}

// listReleases prints the releases, the newest first.
func listReleases(ctx context.Context, t *terminal, target host.Target) error {
	releases, shown, err := host.Releases(ctx, target)
	t.status("")
	if err == nil && len(releases) == 0 {
		err = host.ErrNothing
	}
	for _, r := range releases {
		mark := " "
		if slices.Contains(shown, r.Number) {
			mark = "*"
		}
		fmt.Fprintf(t.out, "%s %3d  %s  %d files\n", mark, r.Number, r.Made.UTC().Format(time.RFC3339), len(r.Files))
	}
	if len(shown) > 1 {
		t.say("a change was cut off: readers get files of both releases until the next wijzer publish or rollback")
	}
	return err
}
