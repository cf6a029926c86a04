package main

import (
	"context"
	"fmt"
	"text/tabwriter"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/glossary"
)

const candidatesDoc = `
wijzer glossary candidates [--lang LANG] [--all]
    Lists words of the site's own text that look like jargon without a term:
    abbreviations, names, words between quotation marks, and words that two
    languages share. First those on most pages; at most 40 unless --all.
`

// mostCandidates is what fits a screen.
const mostCandidates = 40

func runCandidates(_ context.Context, t *terminal, args []string) error {
	flags := newFlagSet("candidates")
	lang := flags.String("lang", "", "")
	all := flags.Bool("all", false, "")
	if err := parse(flags, args, "wijzer help glossary"); err != nil {
		return err
	}
	if err := noArguments("glossary candidates", flags.Args()); err != nil {
		return err
	}
	_, s, findings, err := t.load()
	if err != nil {
		return err
	}
	if diag.HasErrors(findings) {
		t.report(findings)
		return failure.ErrFindings
	}
	if *lang == "" {
		*lang = s.DefaultLanguage()
	}
	if err := oneOf(s.Languages, "unknown language %q", *lang); err != nil {
		return err
	}
	return printCandidates(t, s.Candidates(*lang), *all)
}

func printCandidates(t *terminal, found []glossary.Candidate, all bool) error {
	shown := found
	if !all {
		shown = found[:min(len(found), mostCandidates)]
	}
	table := tabwriter.NewWriter(t.out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, t.words.Say("pages\ttimes\tword\twhy\tfirst"))
	for _, c := range shown {
		fmt.Fprintf(table, "%d\t%d\t%s\t%s\t%s\n", c.Pages, c.Count, c.Word, t.words.Say(c.Why), c.First)
	}
	if err := table.Flush(); err != nil {
		return err
	}
	if rest := len(found) - len(shown); rest > 0 {
		t.say(fmt.Sprintf("%s more: add --all", count(rest, "word")))
	}
	return nil
}
