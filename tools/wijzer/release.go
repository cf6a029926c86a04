package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"comwijzer/tools/internal/build"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/export"
	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/write"
)

func init() {
	register(command{
		name:  "release",
		title: "record what is published, so that nothing vanishes unnoticed",
		doc: `
Checks content and data and, when there are no errors, writes to
data/released.yaml what others may link to and refer to: the ids of all terms
and records, the paths of all pages with their addresses and heading ids in
each language, and the files that are published beside them. Commit that file
with what you publish. From then on wijzer check reports whatever is gone
without a tombstone in data/tombstones/, and whatever has another address
without a redirect: wijzer mv renames and leaves one.
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
	if err := write.File(name, s.Release(published(s)), 0o644); err != nil {
		return err
	}
	fmt.Fprintln(t.out, site.ReleasedFile)
	return nil
}

// published lists the addresses of the files that go with the pages.
func published(s *site.Site) (files []string) {
	for _, e := range export.Exports() {
		if name, ok := strings.CutPrefix(e.Path, "static/"); ok && e.Make != nil { // what stands beside a page goes with it
			files = append(files, "/"+name)
		}
	}
	for _, name := range s.Files() {
		if name, ok := strings.CutPrefix(name, "static/"); ok {
			files = append(files, "/"+name)
		}
	}
	return files
}
