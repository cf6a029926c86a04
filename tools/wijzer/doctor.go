package main

import (
	"context"
	"flag"
	"fmt"

	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/toolchain"
)

var _ = register(command{
	name:  "doctor",
	bare:  true,
	args:  "[--install]",
	title: "tell what this machine has and lacks, and how to get it",
	doc: `
Looks for what work on a site needs, and gives the command that brings what is
missing. Building needs nothing but wijzer. Where wijzer itself is made it also
looks for what the tests need, and compares the npm packages, file by file, with
the hashes in package-lock.sum. Exit code 3 when something is missing without
which wijzer build cannot work, or is not as pinned.

  --install  get the npm packages with npm ci, and as root on Debian or Ubuntu
             browser, servers and readers for the tests with apt-get; exit code 3
             when anything still is missing
`,
	setup: setupDoctor,
})

func setupDoctor(flags *flag.FlagSet) runner {
	install := flags.Bool("install", false, "")
	return func(ctx context.Context, t *terminal, _ []string) error {
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

// diagnose prints the needs; strict counts the optional ones too.
func diagnose(t *terminal, needs []toolchain.Need, strict bool) error {
	lacking := 0
	for _, n := range needs {
		mark := "ok"
		if !n.Met {
			mark = "missing"
			if strict || !n.Optional {
				lacking++
			}
		}
		fmt.Fprintf(t.out, "%-7s  %-13s %s\n", t.words.Say(mark), n.Name, t.words.Say(n.Found))
		if !n.Met {
			fmt.Fprintf(t.out, "         %-13s %s %s\n", "", t.words.Say("mend:"), t.words.Say(n.Mend))
		}
	}
	if lacking > 0 {
		return failure.Environment("run the commands after \"mend:\", or wijzer doctor --install", "%s missing", count(lacking, "thing"))
	}
	return nil
}
