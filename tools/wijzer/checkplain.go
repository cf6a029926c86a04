package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"comwijzer/tools/internal/check"
	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/plain"
)

// checkPlain checks an ordinary Hugo site in the folder that somebody is in.
func (m checkModes) checkPlain(ctx context.Context, t *terminal, format string, args []string) error {
	if m.fix || m.baseline != "" || m.against != "" || m.decisions {
		return failure.Usage("see wijzer help check", "--plain only looks: it goes with --format, --rule, --severity and paths")
	}
	root, err := filepath.Abs(t.dir)
	if err != nil {
		return err
	}
	paths, err := t.sitePaths(root, args)
	if err != nil {
		return err
	}
	if err := m.settle(ctx, root, paths); err != nil {
		return err
	}
	site, findings, err := plain.Check(os.DirFS(root))
	if err != nil {
		return err
	}
	findings = m.apply(findings)
	if err := t.print(format, findings, check.Titles()); err != nil {
		return err
	}
	t.say(fmt.Sprintf("%s, %s", count(len(site.Pages), "page"), summary(findings)))
	return verdict(findings)
}
