package main

import (
	"context"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/diff"

	"comwijzer/tools/internal/between"
	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/publish"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/toolchain"
	"comwijzer/tools/internal/write"
)

var _ = register(command{
	name:  "translations",
	args:  "[--all] | seen --all | seen PLACE…",
	title: "list what changed in one language after it was translated",
	doc: `
Lists the sections of pages, the texts of the interface and of config.toml, and
the records, of which a text changed since
somebody last said that the two languages translate each other: where, which
language leads because it changed, and how its text changed, as far as git
knows the old one. Formatting and addresses of links do not count.

What nobody ever compared is counted, and with --all it is listed too: that
two texts were written together does not say that they agree.

wijzer translations seen PLACE…
    Says that the two languages translate each other as they are now: after
    both were brought up to date, or because no change is needed. PLACE is one
    that is listed, /road/signs#round or signal:board, or a file: all of it.
wijzer translations seen --all
    Says so of everything that nobody said it of before.

The state is kept in ` + between.StateFile + `; commit it with the texts. Either
language may lead. wijzer check finds what drifted (translation-drifted).
`,
	setup: setupTranslations,
})

func setupTranslations(flags *flag.FlagSet) runner {
	all := flags.Bool("all", false, "")
	return func(ctx context.Context, t *terminal, args []string) error {
		root, s, err := t.readSite()
		switch {
		case err != nil:
			return err
		case s.Incomplete():
			return failure.ErrFindings // what cannot be read would seem to be gone
		case len(args) == 0:
			return t.listDrifts(ctx, root, s, *all)
		case args[0] != "seen":
			return failure.Usage("see wijzer help translations", "translations takes no argument %q", strings.Join(args, " "))
		case (len(args) > 1) == *all:
			return failure.Usage("see wijzer help translations", "seen needs places, or --all")
		}
		seen, err := t.seenAt(s, root, args[1:])
		if err != nil {
			return err
		}
		return t.recordSeen(ctx, root, s, seen)
	}
}

// listDrifts prints what drifted, and counts what nobody compared.
func (t *terminal) listDrifts(ctx context.Context, root string, s *site.Site, all bool) error {
	drifts, never := 0, 0
	for _, d := range between.StateOf(s).Drifted(between.Sections(s)) {
		if d.Was == "" {
			never++
		} else {
			drifts++
		}
		if d.Was != "" || all {
			fmt.Fprintf(t.out, "%s: %s\n", d.At(), t.words.Say(d.String()))
		}
		if old, ok := oldText(ctx, root, s, d); ok {
			leads, _ := d.Leading()
			t.out.Write(diff.Diff("then", []byte(old), "now", []byte(leads.Lines())))
		}
	}
	if ctx.Err() != nil { // the history was not read to its end
		return ctx.Err()
	}
	t.say(fmt.Sprintf("%s drifted; %d never compared", count(drifts, "section"), never))
	return nil
}

// oldText returns the text of the side that leads at the moment when it was
// last said to translate the other, from the history of its file.
func oldText(ctx context.Context, root string, s *site.Site, d between.Drift) (string, bool) {
	if d.Was == "" {
		return "", false
	}
	leads, follows := d.Leading()
	for src := range toolchain.History(ctx, root, leads.File) {
		files := map[string][]byte{leads.File: src}
		if text, err := fs.ReadFile(s.FS, follows.File); err == nil && follows.File != leads.File {
			files[follows.File] = text
		}
		for _, p := range sectionsOf(s, files) {
			for _, side := range []between.Side{p.Lead, p.Other} {
				if p.Place == d.Place && side.Lang == leads.Lang && side.IsAt(d.Was, side.Lang == d.Lead.Lang) {
					return side.Lines(), true
				}
			}
		}
	}
	return "", false
}

// sectionsOf returns the sections of some texts of the site by themselves.
func sectionsOf(s *site.Site, texts map[string][]byte) []between.Pair {
	files := map[string][]byte{}
	for _, name := range s.Files() {
		files[name] = nil
	}
	maps.Copy(files, texts)
	only, _ := site.Load(site.Overlay(s.FS, files))
	return between.Sections(only)
}

// seenAt returns the drifts at places, or without places those of what
// nobody compared before.
func (t *terminal) seenAt(s *site.Site, root string, places []string) (seen []between.Drift, err error) {
	drifts := between.StateOf(s).Drifted(between.Sections(s))
	if len(places) == 0 {
		return slices.DeleteFunc(drifts, func(d between.Drift) bool { return d.Was != "" }), nil
	}
	known := between.Sections(s)
	for _, place := range places {
		is := func(p between.Pair) bool { return p.Place == place }
		if at, err := t.sitePlace(root, place); err == nil {
			is = func(p between.Pair) bool { return p.Has(at) }
		} else if paths, err := t.sitePaths(root, []string{place}); err == nil {
			is = func(p between.Pair) bool { return covered(p.Lead.File, paths) || covered(p.Other.File, paths) }
		}
		if !slices.ContainsFunc(known, is) {
			return nil, failure.Usage("wijzer translations lists them", "no texts in two languages at %q", place)
		}
		for _, d := range drifts {
			if is(d.Pair) {
				seen = append(seen, d)
			}
		}
	}
	return seen, nil
}

// recordSeen writes the state anew, without what is no more.
func (t *terminal) recordSeen(ctx context.Context, root string, s *site.Site, seen []between.Drift) error {
	was, state := between.StateOf(s), between.State{}
	marks := func(p between.Pair, mark string) {
		if mark != "" {
			state.Say(p.Place, p.Other.Lang, mark)
		}
	}
	for _, p := range between.Sections(s) {
		mark := was[p.Place][p.Other.Lang]
		if d := p.Since(mark); mark != "" && !d.LeadChanged && !d.OtherChanged {
			mark = p.Marks() // what weighs is told by the words that the lexicon has today
		}
		marks(p, mark)
	}
	for _, d := range seen {
		marks(d.Pair, d.Marks())
	}
	old, err := publish.Text(root, between.StateFile)
	if err != nil {
		return err
	}
	if err := publish.Change(ctx, root, "translations", []write.Change{{Path: between.StateFile, Old: old, New: state.YAML()}}); err != nil {
		return err
	}
	t.say(fmt.Sprintf("%s: %s said to translate each other", between.StateFile, count(len(seen), "section")))
	return nil
}
