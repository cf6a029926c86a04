package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"time"

	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/publish"
	"comwijzer/tools/internal/rename"
	"comwijzer/tools/internal/toolchain"
	"comwijzer/tools/internal/write"
)

var _ = register(command{
	name:  "retire",
	args:  "[--yes] NAME --reason LANG=TEXT... [--successor NAME]",
	title: "take a page, term or record away for good, with a tombstone",
	doc: `
Removes the files, in all languages together, and leaves a tombstone in
data/tombstones/, so that those who know the old name learn what became of it.
With a successor all that points at the old one points there afterwards, and
redirects lead there. What is left it tells first: where the old one is still
named, or a part of it that its successor has not. What is to stand there an
editor decides, and wijzer check asks for it.

First it shows the difference and asks; where nobody can answer it only shows.
All files change or none. What goes must be committed in git as it is, so that
nothing is lost: git restore undoes it, as the command says.

  wijzer retire figure:members-2024 --successor members-2026 --reason LANG=TEXT
  wijzer retire /road/signs --successor /road/boards --reason LANG=TEXT
  wijzer retire term:lane --reason LANG=TEXT

  --reason LANG=TEXT  why, in each language of the site
  --successor NAME    what takes its place, of the same kind
  --yes               do not ask
`,
	setup: setupRetire,
})

// reasons are texts by language, as flags give them.
type reasons map[string]string

// set reads LANG=TEXT.
func (r reasons) set(value string) error {
	lang, text, found := strings.Cut(value, "=")
	if !found || strings.TrimSpace(text) == "" {
		return fmt.Errorf("write LANG=TEXT")
	}
	r[lang] = strings.TrimSpace(text)
	return nil
}

func setupRetire(flags *flag.FlagSet) runner {
	reason, successor, yes := reasons{}, "", false
	flags.Func("reason", "", reason.set)
	flags.StringVar(&successor, "successor", "", "")
	flags.BoolVar(&yes, "yes", false, "")
	return func(ctx context.Context, t *terminal, names []string) error {
		if len(names) != 1 {
			return failure.Usage("see wijzer help retire", "retire needs the name of one page, term or record")
		}
		root, s, err := t.wholeSite()
		if err != nil {
			return err
		}
		if err := reason.complete(s.Languages); err != nil {
			return err
		}
		if successor != "" && !strings.ContainsAny(successor, ":/") {
			kind, _, _ := strings.Cut(names[0], ":")
			successor = kind + ":" + successor
		}
		plan, err := rename.Retire(s, names[0], successor, reason, time.Now().Format(time.DateOnly))
		if err != nil {
			return err
		}
		return t.retire(ctx, root, plan, yes)
	}
}

// complete asks for a reason in each language, and in no other.
func (r reasons) complete(languages []string) error {
	for _, lang := range languages {
		if r[lang] == "" {
			return failure.Usage("add --reason "+lang+"='…': readers of each language are told why", "no reason in language %q", lang)
		}
	}
	for lang := range r {
		if !slices.Contains(languages, lang) {
			return failure.Usage("the languages are "+strings.Join(languages, ", "), "the site has no language %q", lang)
		}
	}
	return nil
}

// retire shows what goes and what changes, asks, and does it.
func (t *terminal) retire(ctx context.Context, root string, plan rename.Retirement, yes bool) error {
	var changes []write.Change
	var gone, tombstone []string
	for _, f := range plan.Files {
		if _, err := t.err.Write(shown(f)); err != nil {
			return err
		}
		changes = append(changes, changesOf(f)...)
		if f.From != "" {
			gone = append(gone, f.From)
		} else {
			tombstone = append(tombstone, f.To)
		}
	}
	for _, at := range plan.Left {
		t.say(at.String() + ": it is still named here, or a part of it that its successor has not")
	}
	if err := committed(ctx, root, plan.Files); err != nil {
		return err
	}
	if sure, err := t.confirm(ctx, yes, fmt.Sprintf("retire this, and mend %s?", count(plan.Places, "reference"))); !sure {
		return err
	}
	if err := publish.Change(ctx, root, "retire", changes); err != nil {
		return err
	}
	t.say(fmt.Sprintf("retired; mended %s, %s left for you", count(plan.Places, "reference"), count(len(plan.Left), "reference")))
	t.say(fmt.Sprintf("to undo it before you commit: git restore %s, and remove %s", strings.Join(gone, " "), strings.Join(tombstone, " ")))
	return nil
}

// committed makes sure that what changes can be had back.
func committed(ctx context.Context, root string, files []rename.File) error {
	head, err := toolchain.Revision(ctx, root, "HEAD")
	if err != nil {
		return failure.Environment("put the site under git, and commit it", "what goes could not be had back: %v", err)
	}
	for _, f := range files {
		if f.From == "" {
			continue
		}
		if kept, err := fs.ReadFile(head, f.From); err != nil || !bytes.Equal(kept, f.Old) {
			return failure.Usage("commit it first, so that nothing is lost", "%s is not in git as it is here", f.From)
		}
	}
	return nil
}
