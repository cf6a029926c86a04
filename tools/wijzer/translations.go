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

Of what nobody ever compared it says so, and lists the sections of which one
language changed after the last commit that changed both: that they were
written together does not say that they agree. With --all it lists every
section that nobody compared.

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
	drifts := 0
	var never []between.Drift
	for _, d := range between.StateOf(s).Drifted(between.Sections(s)) {
		if d.Was == "" {
			never = append(never, d)
			continue
		}
		drifts++
		fmt.Fprintf(t.out, "%s: %s\n", d.At(), t.words.Say(d.String()))
		if old, ok := oldText(ctx, root, s, d); ok {
			t.showDifference(d, old)
		}
	}
	alone := t.listAlone(ctx, root, s, never)
	if ctx.Err() != nil { // the history was not read to its end
		return ctx.Err()
	}
	for _, d := range never {
		if all {
			fmt.Fprintf(t.out, "%s: %s\n", d.At(), t.words.Say(d.String()))
		}
	}
	t.say(fmt.Sprintf("%s drifted; %d never compared, %d of which changed in one language only since both last changed together",
		count(drifts, "section"), len(never), alone))
	return nil
}

// showDifference shows how the text that leads changed.
func (t *terminal) showDifference(d between.Drift, old string) {
	leads, _ := d.Leading()
	t.out.Write(diff.Diff("then", []byte(old), "now", []byte(leads.Lines())))
}

// oldText returns the text of the side that leads at the moment when it was
// last said to translate the other, from the history of its file.
func oldText(ctx context.Context, root string, s *site.Site, d between.Drift) (string, bool) {
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

// listAlone lists what nobody compared and what changed in one language after the
// last commit that changed both texts, and returns how many there are.
func (t *terminal) listAlone(ctx context.Context, root string, s *site.Site, never []between.Drift) (alone int) {
	commits, together := lastTogether(ctx, root, never), map[toolchain.Commit]map[string]between.Pair{}
	for _, c := range commits {
		if together[c] == nil {
			together[c] = pairsAt(ctx, root, s, c, commits)
		}
	}
	for _, d := range never {
		c := commits[d.Other.File]
		old, ok := together[c][d.Place]
		if !ok {
			continue
		}
		if now := d.Since(old.Marks()); now.LeadChanged != now.OtherChanged {
			alone++
			fmt.Fprintf(t.out, "%s: %s\n", now.At(), t.words.Say(fmt.Sprintf("never compared; since %s (%s): ", c.Day, c.Hash))+t.words.Say(now.String()))
			was := old.Lead
			if now.OtherChanged {
				was = old.Other
			}
			t.showDifference(now, was.Lines())
		}
	}
	return alone
}

// lastTogether returns the last commit that changed both of the files of a
// text, by file, where one of them changed after it.
func lastTogether(ctx context.Context, root string, never []between.Drift) map[string]toolchain.Commit {
	commits, last := toolchain.Commits(ctx, root, "content"), map[string]toolchain.Commit{}
	dirty, _ := toolchain.ChangedSince(ctx, root, "HEAD")
	for _, d := range never {
		ours, theirs := commits[d.Lead.File], commits[d.Other.File]
		i := slices.IndexFunc(ours, func(c toolchain.Commit) bool { return slices.Contains(theirs, c) })
		if i < 0 || d.Lead.File == d.Other.File {
			continue
		}
		if i > 0 || theirs[0] != ours[0] || slices.Contains(dirty, d.Lead.File) || slices.Contains(dirty, d.Other.File) {
			last[d.Lead.File], last[d.Other.File] = ours[i], ours[i]
		}
	}
	return last
}

// pairsAt returns the sections of the texts that belong to a commit as they
// were in it, by place.
func pairsAt(ctx context.Context, root string, s *site.Site, c toolchain.Commit, commits map[string]toolchain.Commit) map[string]between.Pair {
	texts, pairs := map[string][]byte{}, map[string]between.Pair{}
	for file, of := range commits {
		if of != c {
			continue
		}
		if text, err := toolchain.FileAt(ctx, root, c.Hash, file); err == nil {
			texts[file] = text
		}
	}
	for _, old := range sectionsOf(s, texts) {
		pairs[old.Place] = old
	}
	return pairs
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
