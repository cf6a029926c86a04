package main

import (
	"bytes"
	"cmp"
	"context"
	"flag"
	"fmt"
	"os"
	"path"
	"path/filepath"

	"github.com/rogpeppe/go-internal/diff"

	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/publish"
	"comwijzer/tools/internal/rename"
	"comwijzer/tools/internal/write"
)

var _ = register(command{
	name:  "mv",
	args:  "[--yes] OLD NEW",
	title: "rename a page, heading, term or record with all that refers to it",
	doc: `
Moves the files, in all languages together, mends every reference to them, and
leaves a redirect in data/redirects.yaml, so that those who know the old name
or address find the new one. First it shows the difference and asks; where
nobody can answer it only shows. All files change or none.

  wijzer mv /road/signs /road/traffic-signs     a page, by its path or a file
  wijzer mv /road /way                          a section, with all in it
  wijzer mv '/road/signs#round' '#circular'     a heading, by its id
  wijzer mv /yy/road/signs/ /yy/road/boards/    the slug of a page in a language
  wijzer mv term:lane term:cycle-lane           a term
  wijzer mv source:atlas atlas-2026             a record: source, figure, topic,
                                                contact, case, signal or gap

A term and a contact by one id are one organisation: both get the new name.
Files that params.mentions in config.toml lists are mended too.

What was renamed by hand already, references left behind, is mended in the same
way: name the old name and the new one. To undo it, rename it back: that takes
the redirect out again, unless the name in between was released.

  --yes  do not ask
`,
	setup: setupMv,
})

func setupMv(flags *flag.FlagSet) runner {
	yes := flags.Bool("yes", false, "")
	return func(ctx context.Context, t *terminal, names []string) error {
		if len(names) != 2 {
			return failure.Usage("see wijzer help mv", "mv needs the old name and the new one")
		}
		root, s, err := t.wholeSite()
		if err != nil {
			return err
		}
		plan, err := rename.Make(s, names[0], names[1])
		if err != nil {
			return err
		}
		return t.carryOut(ctx, root, plan, *yes)
	}
}

// carryOut shows a rename, asks, and makes it.
func (t *terminal) carryOut(ctx context.Context, root string, plan rename.Plan, yes bool) error {
	var changes []write.Change
	for _, f := range plan.Files {
		if _, err := t.err.Write(shown(f)); err != nil {
			return err
		}
		changes = append(changes, changesOf(f)...)
	}
	what := fmt.Sprintf("%s in %s", count(plan.Places, "reference"), count(len(plan.Files), "file"))
	if sure, err := t.confirm(ctx, yes, "rename this, and mend "+what+"?"); !sure {
		return err
	}
	if err := publish.Change(ctx, root, "mv", changes); err != nil {
		return err
	}
	removeEmptied(root, plan)
	t.say("renamed; mended " + what)
	return nil
}

// removeEmptied removes the folders, but for the uppermost, that everything moved out of.
func removeEmptied(root string, plan rename.Plan) {
	for _, f := range plan.Files {
		for dir := path.Dir(f.From); f.To != f.From && path.Dir(dir) != "."; dir = path.Dir(dir) {
			if os.Remove(filepath.Join(root, filepath.FromSlash(dir))) != nil {
				break // something stands there
			}
		}
	}
}

// shown is what an editor sees of one file.
func shown(f rename.File) []byte {
	var b bytes.Buffer
	if f.From != f.To && f.From != "" && f.To != "" {
		fmt.Fprintf(&b, "rename %s\n    to %s\n", f.From, f.To)
	}
	b.Write(diff.Diff(cmp.Or(f.From, os.DevNull), f.Old, cmp.Or(f.To, os.DevNull), f.New))
	return b.Bytes()
}

func changesOf(f rename.File) (changes []write.Change) {
	if f.From == f.To {
		return []write.Change{{Path: f.From, Old: f.Old, New: f.New}}
	}
	if f.To != "" {
		changes = append(changes, write.Change{Path: f.To, New: f.New})
	}
	if f.From != "" {
		changes = append(changes, write.Change{Path: f.From, Old: f.Old})
	}
	return changes
}
