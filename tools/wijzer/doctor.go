package main

import (
	"context"
	"flag"
	"fmt"

	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/toolchain"
)

func init() {
	register(command{
		name:  "doctor",
		args:  "[--install]",
		title: "tell what this machine has and lacks, and how to get it",
		doc: `
Looks for everything that building, previewing and testing the site needs, and
gives the command that brings what is missing. Exit code 3 when something is
missing without which wijzer build cannot work.

  --install  get the npm packages with npm ci, and as root on Debian or Ubuntu
             Chromium and the readers of downloads with apt-get; exit code 3 when
             anything still is missing
`,
		setup: setupDoctor,
	})
}

func setupDoctor(flags *flag.FlagSet) runner {
	install := flags.Bool("install", false, "")
	return func(ctx context.Context, t *terminal, args []string) error {
		if err := noArguments("doctor", args); err != nil {
			return err
		}
		root, err := t.site()
		if err != nil {
			return err
		}
		if *install {
			return diagnose(t, toolchain.Install(ctx, root, t.say), true)
		}
		return diagnose(t, toolchain.Examine(ctx, root), false)
	}
}

// diagnose prints the needs; strict counts those that only tests have.
func diagnose(t *terminal, needs []toolchain.Need, strict bool) error {
	lacking := 0
	for _, n := range needs {
		mark := "ok     "
		if !n.Met {
			mark = "missing"
			if strict || !n.TestsOnly {
				lacking++
			}
		}
		fmt.Fprintf(t.out, "%s  %-13s %s\n", mark, n.Name, n.Found)
		if !n.Met {
			fmt.Fprintf(t.out, "         %-13s mend: %s\n", "", n.Mend)
		}
	}
	if lacking > 0 {
		return failure.Environment("run the commands after \"mend:\", or wijzer doctor --install", "%s missing", count(lacking, "thing"))
	}
	return nil
}
