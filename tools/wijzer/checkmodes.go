package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"time"

	"github.com/rogpeppe/go-internal/diff"

	"comwijzer/tools/internal/build"
	"comwijzer/tools/internal/check"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/fix"
	"comwijzer/tools/internal/publish"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/write"
)

// checkModes are the ways in which wijzer check does more than look.
type checkModes struct {
	fix, yes          bool
	baseline, against string
	decisions         bool
	scope
}

// find returns the findings that are asked for, and those that somebody
// decided on. What the baseline accepts is left out, and counted.
func (m checkModes) find(ctx context.Context, t *terminal, root string) (f found, err error) {
	s, findings, decided := build.CheckFiles(os.DirFS(root), time.Now())
	if m.against != "" {
		texts, err := readTexts(m.against)
		if err != nil {
			return found{}, err
		}
		findings = diag.Sort(slices.Concat(findings, check.Against(s, texts)))
	}
	f = found{site: s, decided: m.apply(decided)}
	f.findings, f.known, err = m.accept(t, root, findings)
	elsewhere, faulty := m.broken(ctx, root, f.findings)
	f.findings = diag.Sort(slices.Concat(m.apply(f.findings), elsewhere))
	offerRenames(ctx, root, s, f.findings)
	return f, errors.Join(err, faulty)
}

// found is what a check found.
type found struct {
	site              *site.Site
	findings, decided []diag.Diagnostic
	known             int // how many the baseline accepts
}

// readTexts reads the text files below dir by their name in it.
func readTexts(dir string) (map[string]string, error) {
	texts := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		text, err := fs.ReadFile(os.DirFS(dir), name)
		if err == nil && bytes.IndexByte(text, 0) < 0 {
			texts[name] = string(text)
		}
		return err
	})
	if err == nil && len(texts) == 0 {
		err = errors.New("no text files in it")
	}
	if err != nil {
		return nil, failure.Usage("give a folder with plain text files", "cannot compare with %q: %v", dir, err)
	}
	return texts, nil
}

// mend applies the safe remedies, and those that they ask for themselves: a
// first mention that is linked makes of a link behind it a second.
func (m checkModes) mend(ctx context.Context, t *terminal, root string) error {
	for range 3 {
		if mended, err := m.mendOnce(ctx, t, root); err != nil || !mended {
			return err
		}
	}
	return nil
}

// mendOnce applies the safe remedies, after showing them and, unless told
// not to, asking. It tells whether there were any.
func (m checkModes) mendOnce(ctx context.Context, t *terminal, root string) (mended bool, err error) {
	found, err := m.find(ctx, t, root)
	if err != nil {
		return false, err
	}
	files, err := fix.Apply(os.DirFS(root), found.findings)
	if err != nil || len(files) == 0 {
		return false, err
	}
	n := 0
	var changes []write.Change
	for _, f := range files {
		n += f.Count
		changes = append(changes, write.Change{Path: f.Name, Old: f.Old, New: f.New})
		if _, err := t.err.Write(diff.Diff(f.Name, f.Old, f.Name, f.New)); err != nil {
			return false, err
		}
	}
	what := fmt.Sprintf("%s in %s", count(n, "change"), count(len(files), "file"))
	if sure, err := t.confirm(ctx, m.yes, "apply "+what+"?"); !sure {
		return false, err
	}
	if err := publish.Change(ctx, root, "check --fix", changes); err != nil {
		return false, err
	}
	t.say("applied " + what)
	return true, nil
}
