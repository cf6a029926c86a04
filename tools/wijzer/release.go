package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"comwijzer/tools/internal/build"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/write"
)

func init() {
	register(command{
		name:  "release",
		title: "record what is published, so that nothing vanishes unnoticed",
		doc: `
Checks content and data and, when there are no errors, writes the paths of all
pages and the ids of all terms and records to data/released.yaml. Commit that
file with what you publish. From then on wijzer check reports whatever is gone
without a tombstone in data/tombstones/.
`,
		setup: func(*flag.FlagSet) runner { return runRelease },
	})
}

func runRelease(_ context.Context, t *terminal, args []string) error {
	if err := noArguments("release", args); err != nil {
		return err
	}
	root, err := t.site()
	if err != nil {
		return err
	}
	s, findings := build.Check(root, time.Now())
	if diag.HasErrors(findings) {
		t.report(findings)
		return failure.ErrFindings
	}
	name := filepath.Join(root, filepath.FromSlash(site.ReleasedFile))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	if err := write.File(name, s.Released(), 0o644); err != nil {
		return err
	}
	fmt.Fprintln(t.out, site.ReleasedFile)
	return nil
}
