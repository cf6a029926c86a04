package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/diff"
	"golang.org/x/term"

	"comwijzer/tools/internal/build"
	"comwijzer/tools/internal/check"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/fix"
	"comwijzer/tools/internal/publish"
	"comwijzer/tools/internal/write"
)

// checkModes are the ways in which wijzer check does more than look.
type checkModes struct {
	fix, yes          bool
	baseline, against string
	decisions         bool
}

// find returns the findings in the files and folders of only, or in all, and
// those that somebody decided on.
func (m checkModes) find(ctx context.Context, root string, only []string) (findings, decided []diag.Diagnostic, err error) {
	s, findings, decided := build.CheckAll(root, time.Now())
	if m.against != "" {
		texts, err := readTexts(m.against)
		if err != nil {
			return nil, nil, err
		}
		findings = diag.Sort(slices.Concat(findings, check.Against(s, texts)))
	}
	if len(only) > 0 {
		elsewhere := func(d diag.Diagnostic) bool { return !covered(d.File, only) }
		findings, decided = slices.DeleteFunc(findings, elsewhere), slices.DeleteFunc(decided, elsewhere)
	}
	offerRenames(ctx, root, s, findings)
	return findings, decided, nil
}

// readTexts reads the text files below dir by their name in it.
func readTexts(dir string) (map[string]string, error) {
	texts := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		text, err := os.ReadFile(name)
		if err != nil || bytes.IndexByte(text, 0) >= 0 {
			return err
		}
		rel, err := filepath.Rel(dir, name)
		texts[filepath.ToSlash(rel)] = string(text)
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

// mend applies the safe remedies, after showing them and, unless told not to,
// asking.
func (m checkModes) mend(ctx context.Context, t *terminal, root string, only []string) error {
	findings, _, err := m.find(ctx, root, only)
	if err != nil {
		return err
	}
	files, err := fix.Apply(os.DirFS(root), findings)
	if err != nil || len(files) == 0 {
		return err
	}
	n := 0
	var changes []write.Change
	for _, f := range files {
		n += f.Count
		changes = append(changes, write.Change{Path: f.Name, Old: f.Old, New: f.New})
		if _, err := t.err.Write(diff.Diff(f.Name, f.Old, f.Name, f.New)); err != nil {
			return err
		}
	}
	what := fmt.Sprintf("%s in %s", count(n, "change"), count(len(files), "file"))
	if !m.yes && !confirm(t, "apply "+what+"?") {
		return nil
	}
	if err := publish.Change(ctx, root, "check --fix", changes); err != nil {
		return err
	}
	t.say("applied " + what)
	return nil
}

// confirm asks on a terminal. Without one nobody can answer, and nothing is
// changed.
func confirm(t *terminal, question string) bool {
	if !term.IsTerminal(int(os.Stdin.Fd())) {
		t.say("nothing changed: add --yes to apply this without being asked")
		return false
	}
	fmt.Fprintf(t.err, "wijzer: %s [y/N] ", question)
	answer, _ := bufio.NewReader(os.Stdin).ReadString('\n')
	return strings.HasPrefix(strings.ToLower(strings.TrimSpace(answer)), "y")
}

// accept leaves out what the baseline lists. A baseline that is not there yet
// is made; one that lists more than is found is tightened.
func (m checkModes) accept(t *terminal, findings []diag.Diagnostic) ([]diag.Diagnostic, error) {
	if m.baseline == "" {
		return findings, nil
	}
	file, err := os.Open(m.baseline)
	if errors.Is(err, fs.ErrNotExist) {
		t.say(fmt.Sprintf("made %s: it accepts %s", m.baseline, count(len(findings), "finding")))
		return nil, writeBaseline(m.baseline, diag.NewBaseline(findings))
	}
	if err != nil {
		return nil, err
	}
	defer file.Close()
	base, err := diag.ReadBaseline(file)
	if err != nil {
		return nil, failure.Usage("remove it to start anew", "%q: %v", m.baseline, err)
	}
	fresh, still := base.Filter(findings)
	if still.Len() == base.Len() {
		return fresh, nil
	}
	t.say(fmt.Sprintf("%s accepts %d instead of %d: the rest has been mended", m.baseline, still.Len(), base.Len()))
	return fresh, writeBaseline(m.baseline, still)
}

func writeBaseline(name string, b diag.Baseline) error {
	var text bytes.Buffer
	if err := b.Write(&text); err != nil {
		return err
	}
	return write.File(name, text.Bytes(), 0o644)
}
