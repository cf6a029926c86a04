package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"comwijzer/tools/internal/check"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/publish"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/write"
)

// accept leaves out what the baseline lists, and counts it. A baseline that
// was asked for and is not there yet is made of what is in scope; one that
// lists more than is found is tightened. A site's own accepts remarks only,
// and not of rules that hold its safety policy.
func (m checkModes) accept(t *terminal, root string, findings []diag.Diagnostic) (fresh []diag.Diagnostic, known int, err error) {
	own := filepath.Join(root, site.KnownFile)
	name := cmp.Or(m.baseline, own)
	bears := func(diag.Diagnostic) bool { return true }
	if isSameFile(name, own) {
		bears = mayBeKnown
	}
	old, base, err := readBaseline(name)
	switch {
	case errors.Is(err, fs.ErrNotExist) && m.baseline == "":
		return findings, 0, nil
	case errors.Is(err, fs.ErrNotExist):
		return m.start(t, root, name, bears, findings)
	case err != nil:
		return nil, 0, err
	}
	borne, rest := split(findings, bears)
	more, still := base.Filter(borne)
	unread := slices.ContainsFunc(findings, func(d diag.Diagnostic) bool { return d.Cause }) // what is not found may be there
	for _, d := range findings {
		if d.Rule == "language-file" { // so may what is not found for want of words
			page := "." + strings.TrimSuffix(path.Base(d.File), path.Ext(d.File)) + ".md"
			still.Keep(base, func(file string) bool { return strings.HasSuffix(file, page) })
		}
	}
	if still.Len() < base.Len() && len(m.set) == 0 && !unread {
		t.say(fmt.Sprintf("%s accepts %d instead of %d: the rest has been mended", filepath.Base(name), still.Len(), base.Len()))
		err = writeBaseline(root, name, old, still)
	}
	return diag.Sort(append(rest, more...)), still.Len(), err
}

// mayBeKnown reports whether a site may leave a finding as it is for now.
func mayBeKnown(d diag.Diagnostic) bool {
	rule, _ := check.Find(d.Rule)
	return d.Severity == diag.Info && !rule.Safety
}

func (m checkModes) start(t *terminal, root, name string, bears func(diag.Diagnostic) bool, findings []diag.Diagnostic) ([]diag.Diagnostic, int, error) {
	borne, rest := split(m.apply(slices.Clone(findings)), bears)
	t.say(fmt.Sprintf("made %s: it accepts %s", name, count(len(borne), "finding")))
	return rest, len(borne), writeBaseline(root, name, nil, diag.NewBaseline(borne))
}

// split divides findings in those that a baseline bears and the rest.
func split(findings []diag.Diagnostic, bears func(diag.Diagnostic) bool) (borne, rest []diag.Diagnostic) {
	for _, d := range findings {
		if bears(d) {
			borne = append(borne, d)
		} else {
			rest = append(rest, d)
		}
	}
	return borne, rest
}

func isSameFile(a, b string) bool {
	first, errFirst := filepath.Abs(a)
	second, errSecond := filepath.Abs(b)
	return errFirst == nil && errSecond == nil && first == second
}

func readBaseline(name string) (src []byte, base diag.Baseline, err error) {
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() { // to open a pipe is to wait for ever
		return nil, nil, failure.Usage("remove it", "%q is no regular file", name)
	}
	if src, err = os.ReadFile(name); err != nil {
		return nil, nil, err
	}
	if base, err = diag.ReadBaseline(bytes.NewReader(src)); err != nil {
		return nil, nil, failure.Usage("put it back with git restore "+name+", or remove it to start anew", "%q: %v", name, err)
	}
	return src, base, nil
}

// writeBaseline replaces what was read, unless another program did
// meanwhile. A file of the site is one of its changes; others stand where
// people put them.
func writeBaseline(root, name string, old []byte, b diag.Baseline) error {
	var text bytes.Buffer
	if err := b.Write(&text); err != nil {
		return err
	}
	full, err := filepath.Abs(name)
	if err != nil {
		return err
	}
	rel, err := filepath.Rel(root, full)
	if err != nil || !filepath.IsLocal(rel) {
		return write.File(name, text.Bytes(), 0o644)
	}
	if err := keeping(root, "check", func() error { return nil }); err != nil { // a build that is under way takes its time
		return err
	}
	return publish.Change(context.Background(), root, "check", []write.Change{{Path: filepath.ToSlash(rel), Old: old, New: text.Bytes()}})
}
