package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"

	"comwijzer/tools/internal/bib"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/intake"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
	"comwijzer/tools/internal/write"
)

var _ = register(command{
	name:  "import",
	args:  "[--dry-run] [--grade GRADE] [--use USE] [--skip] [--similar] FILE...",
	title: "make sources of the works in files of CSL-JSON, BibTeX or RIS",
	doc: `
Reads files as Zotero, EndNote, Mendeley and others write them: CSL-JSON, BibTeX
or BibLaTeX, RIS, in UTF-8, of at most 32 MB and 5,000 works. For each work that
is not there yet it makes data/sources/<id>.yaml, all of them or none. A work is
there when a source has its DOI, ISBN, ECLI or address, or nearly its title in
the same year by the same maker. Nothing that exists is touched.

What only an editor knows is asked for: how reliable the work is (grade), and
whether we read it (use), and what of it. Where nobody can answer, the flags say
it for all works, and wijzer check asks for what is still missing.

What is broken, or cannot be a source, is reported with its place and stops the
import. Abstracts, notes and files stay where they are: texts of others do not
belong on this site. What the schema has no field for is kept under csl.

  --dry-run      show what would be made
  --grade GRADE  primary, secondary or press
  --use USE      read or cited-in
  --skip         leave out what cannot be a source, and take over the rest
  --similar      take over also what has nearly the title of a source
`,
	setup: setupImport,
})

// importing is one run of the command.
type importing struct {
	*terminal
	root               string
	site               *site.Site
	grade, use         string
	dry, skip, similar bool
}

// choices are what an editor may answer.
var choices = map[string][]string{"grade": {"primary", "secondary", "press"}, "use": {"read", "cited-in"}}

func setupImport(flags *flag.FlagSet) runner {
	var i importing
	flags.BoolVar(&i.dry, "dry-run", false, "")
	flags.StringVar(&i.grade, "grade", "", "")
	flags.StringVar(&i.use, "use", "", "")
	flags.BoolVar(&i.skip, "skip", false, "")
	flags.BoolVar(&i.similar, "similar", false, "")
	return func(ctx context.Context, t *terminal, args []string) error {
		i.terminal = t
		for name, value := range map[string]string{"grade": i.grade, "use": i.use} {
			if value != "" && !slices.Contains(choices[name], value) {
				return failure.Usage(text.DidYouMean(value, choices[name], "use one of "+strings.Join(choices[name], ", ")), "unknown %s %q", name, value)
			}
		}
		if len(args) == 0 {
			return failure.Usage("see wijzer help import", "import needs a file of CSL-JSON, BibTeX or RIS")
		}
		return i.run(ctx, args)
	}
}

func (i *importing) run(ctx context.Context, names []string) (err error) {
	if i.root, i.site, err = i.wholeSite(); err != nil {
		return err
	}
	items, findings, err := i.read(names)
	if err != nil {
		return err
	}
	plan, broken := &intake.Plan{}, diag.HasErrors(findings)
	if !broken { // of the half of a file nothing is to be said
		plan = intake.Make(i.site, items, i.similar)
	}
	if err := diag.Print(i.err, "text", slices.Concat(findings, plan.Findings), diag.Options{Say: i.words.Say}); err != nil {
		return err
	}
	if broken || diag.HasErrors(plan.Findings) && !i.skip {
		i.say("nothing was taken over")
		return failure.ErrFindings
	}
	return i.take(ctx, plan)
}

// read reads the works of all files.
func (i *importing) read(names []string) (items []*bib.Item, findings []diag.Diagnostic, err error) {
	var months [][]string
	for _, lang := range i.site.Languages {
		months = append(months, i.site.ReferenceWords(lang).Months)
	}
	for _, name := range names {
		src, err := readBounded(name)
		if info, there := os.Stat(name); errors.Is(there, fs.ErrNotExist) {
			return nil, nil, failure.Usage("look at its name, and at the folder that it is in", "there is no file %q", name)
		} else if there == nil && info.IsDir() {
			return nil, nil, failure.Usage("name the files in it", "%q is a folder", name)
		}
		if err != nil {
			return nil, nil, failure.File("reading "+name, err)
		}
		read, found := bib.Read(name, src, months)
		items, findings = append(items, read...), append(findings, found...)
	}
	return items, findings, nil
}

// readBounded reads a file, of a large one as much as shows that it is too large.
func readBounded(name string) ([]byte, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, bib.MaxSize+1))
}

// take asks what only an editor knows, and makes the files.
func (i *importing) take(ctx context.Context, plan *intake.Plan) error {
	var changes []write.Change
	left, asks := map[string]bool{}, i.questions(ctx)
	for n, r := range plan.New {
		r.Grade, r.Use = i.grade, i.use
		if err := i.ask(asks, r, fmt.Sprintf("%d of %d: %s", n+1, len(plan.New), r.Work.Texts["title"])); err != nil {
			return err
		}
		changes = append(changes, write.Change{Path: r.File(), New: r.YAML()})
		for _, field := range r.Work.Left {
			left[field] = true
		}
	}
	if i.dry {
		for _, c := range changes {
			fmt.Fprintf(i.out, "%s\n%s\n", c.Path, c.New)
		}
	} else if len(changes) > 0 {
		if err := i.change(ctx, i.root, "import", changes); err != nil {
			return err
		}
	}
	if len(left) > 0 {
		i.say("left out of the records: " + strings.Join(slices.Sorted(maps.Keys(left)), ", "))
	}
	i.say(fmt.Sprintf("%s, %d known already; wijzer check tells what they still need", count(len(changes), "new source"), plan.Known))
	return nil
}

// ask asks about one work, where somebody can answer.
func (i *importing) ask(q *questions, r *intake.Record, what string) (err error) {
	if i.dry || i.grade != "" && i.use != "" || !q.answerable() {
		return nil
	}
	fmt.Fprintf(i.err, "\n%s\n", i.words.Say(what))
	if r.Grade == "" {
		if r.Grade, err = q.choose("how reliable is it? (empty: later)", "", choices["grade"]); err != nil {
			return err
		}
	}
	if r.Use == "" {
		if r.Use, err = q.choose("did we read it, or do we know it through another work? (empty: later)", "", choices["use"]); err != nil {
			return err
		}
	}
	for _, lang := range i.site.Languages {
		answer, err := q.ask(fmt.Sprintf("what was read of it, in language %q (empty: later)", lang), "", nil)
		if err != nil {
			return err
		}
		if answer != "" {
			r.ReadAs[lang] = answer
		}
	}
	return nil
}
