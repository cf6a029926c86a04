package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"slices"
	"time"

	"comwijzer/tools/internal/build"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/publish"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/theme"
	"comwijzer/tools/internal/write"
)

// load finds the site, and reads it without checking it.
func (t *terminal) load() (root string, s *site.Site, findings []diag.Diagnostic, err error) {
	if root, err = t.site(); err != nil {
		return "", nil, nil, err
	}
	s, findings = site.Load(theme.Over(os.DirFS(root)))
	return root, s, findings, nil
}

// readSite is load for commands that do with what there is: what cannot be
// read is reported and left out.
func (t *terminal) readSite() (root string, s *site.Site, err error) {
	root, s, findings, err := t.load()
	if err != nil {
		return "", nil, err
	}
	t.report(findings)
	if len(s.Languages) == 0 {
		return "", nil, failure.ErrFindings
	}
	return root, s, nil
}

// wholeSite is load for commands that need all of the site: what cannot be
// read would be missing, or could not be mended.
func (t *terminal) wholeSite() (root string, s *site.Site, err error) {
	root, s, findings, err := t.load()
	if err == nil && (s.Incomplete() || len(s.Languages) == 0) {
		t.report(findings)
		err = failure.ErrFindings
	}
	return root, s, err
}

// soundSite is load for commands that need a site without errors.
func (t *terminal) soundSite() (root string, s *site.Site, err error) {
	if root, err = t.site(); err != nil {
		return "", nil, err
	}
	s, findings := build.Check(root, time.Now())
	if err = verdict(findings); err != nil {
		t.report(findings)
	}
	return root, s, err
}

// verdict is what a command that found something ends with.
func verdict(findings []diag.Diagnostic) error {
	if diag.HasErrors(findings) {
		return failure.ErrFindings
	}
	return nil
}

// change makes changes for a command, all or none, and prints the names of the files.
func (t *terminal) change(ctx context.Context, root, who string, changes []write.Change) error {
	if err := publish.Change(ctx, root, who, changes); err != nil {
		return err
	}
	for _, c := range changes {
		fmt.Fprintln(t.out, c.Path)
	}
	return nil
}

// addLines adds entries to a list of the site for a command; head begins a new list.
func addLines(ctx context.Context, root, who, file, head string, entries ...string) error {
	old, err := publish.Text(root, file)
	if err != nil {
		return err
	}
	list := bytes.NewBuffer(slices.Clone(old))
	if old == nil {
		list.WriteString(head)
	} else if !bytes.HasSuffix(old, []byte("\n")) {
		list.WriteByte('\n')
	}
	for _, entry := range entries {
		fmt.Fprintf(list, "  - %s\n", entry)
	}
	return publish.Change(ctx, root, who, []write.Change{{Path: file, Old: old, New: list.Bytes()}})
}
