package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"comwijzer/tools/internal/check"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/theme"
)

var _ = register(command{
	name:  "check",
	args:  "[--changed | --since REV] [--rule ID] [--severity S] [--set RULE=S] [--format F] [--fix [--yes]] [--baseline FILE] [--against DIR] [--decisions] [--rules] [--plain] [PATH…]",
	title: "check content and data",
	doc: `
Runs every rule for content and data, and prints what it finds. With PATHs only
findings in those files and folders are shown, and count for the exit code; the
whole site is read all the same, because references cross it. PATHs start in the
DIR of -C. What can only be seen in rendered pages is checked by wijzer build.
Remarks that the site's
` + site.KnownFile + ` lists are only counted.

  --changed    only in files that differ from the last commit, and their
              translations; and the errors that these changes make elsewhere
  --since REV  only in files that differ from a commit, branch or tag
  --rule ID    only of these rules or sets of rules; may be repeated, or list
              them with commas
  --severity S  only error, only warning and error, or info: all
  --set RULE=S  take the findings of a rule, or of a set of rules (structure,
              references, glossary, language, safety, rendered), for error,
              warning or info, or switch it off: in this run, as [params.rules]
              does for good
  --format F  text (as compilers do), json (an array), markdown (a list, for a
              pull request), sarif (2.1.0), or github (annotations in a workflow)
  --fix       mend what can be mended safely: shows the difference and asks;
              with --yes it does not ask. Running it twice changes nothing more
  --baseline F  accept the findings that F lists. A file that is not there yet
              is made from what is found now; later runs only take out of it
              what has been mended. ` + site.KnownFile + ` accepts remarks only, and none
              of rules that hold the safety policy
  --against D  also look for eight words or more in a row that stand in the
              texts in folder D
  --decisions  also print the findings of which somebody decided, in a comment
              "allow …", that they are right: by whom, why and until when. SARIF
              always carries them, as suppressed
  --rules     say instead which rules are off, for which language, and why
  --plain     check an ordinary Hugo site, of which wijzer knows no types and
              records: links, fragments, headings, images and addresses in its
              Markdown, and the pages in public/ if it was built. What
              shortcodes and themes make is left alone. With --format, --rule,
              --severity and PATHs
`,
	setup: setupCheck,
})

func setupCheck(flags *flag.FlagSet) runner {
	format := flags.String("format", "text", "")
	var m checkModes
	m.scope.flags(flags)
	flags.BoolVar(&m.fix, "fix", false, "")
	flags.BoolVar(&m.yes, "yes", false, "")
	flags.StringVar(&m.baseline, "baseline", "", "")
	flags.StringVar(&m.against, "against", "", "")
	flags.BoolVar(&m.decisions, "decisions", false, "")
	rules := flags.Bool("rules", false, "")
	ordinary := flags.Bool("plain", false, "")
	return func(ctx context.Context, t *terminal, args []string) error {
		if err := knownFormat(*format); err != nil {
			return err
		}
		if *ordinary {
			return m.checkPlain(ctx, t, *format, args)
		}
		root, err := t.site()
		if err != nil {
			return err
		}
		if *rules {
			return printOffRules(t, root)
		}
		paths, err := t.sitePaths(root, args)
		if err != nil {
			return err
		}
		if err := m.settle(ctx, root, paths); err != nil {
			return err
		}
		if m.fix {
			if err := m.mend(ctx, t, root); err != nil {
				return err
			}
		}
		found, err := m.find(ctx, t, root)
		if err != nil {
			return err
		}
		return m.print(t, *format, found)
	}
}

func printOffRules(t *terminal, root string) error {
	s, _ := site.Load(theme.Over(os.DirFS(root)))
	off := check.OffRules(s, time.Now())
	for _, o := range off {
		fmt.Fprintf(t.out, "%s\t%s\t%s\n", o.Rule, cmp.Or(o.Lang, t.words.Say("all languages")), t.words.Say(o.Why))
	}
	silent, partly := offRules(off)
	t.say(fmt.Sprintf("%d rules, %d off, %d lack words", len(check.IDs()), silent, partly))
	return nil
}

// offRules counts the rules that say nothing, and those that are silent in
// a language or know only part of its words.
func offRules(off []check.Off) (silent, partly int) {
	seen := map[string]bool{}
	for _, o := range off {
		switch {
		case seen[o.Rule]:
		case o.Lang == "":
			silent++
		default:
			partly++
		}
		seen[o.Rule] = true
	}
	return silent, partly
}

func knownFormat(format string) error { return oneOf(diag.Formats(), "unknown format %q", format) }

// print shows what was found, and what was decided to those who ask for it.
func (m checkModes) print(t *terminal, format string, f found) error {
	shown := f.findings
	if m.decisions || format == "sarif" {
		shown = diag.Sort(slices.Concat(f.findings, f.decided))
	}
	if err := t.print(format, shown, check.Titles()); err != nil {
		return err
	}
	t.say(fmt.Sprintf("%s, %s, %s", count(len(f.site.Pages), "page"), count(len(f.site.Records), "record"), count(len(check.IDs()), "rule")))
	if theme.Lent(f.site.FS) { // where the theme stands every rule has its words
		if silent, partly := offRules(check.OffRules(f.site, time.Now())); silent+partly > 0 {
			t.say(fmt.Sprintf("rules that are off: %d, that lack words: %d (wijzer check --rules)", silent, partly))
		}
	}
	t.say(m.summary(f))
	return verdict(f.findings)
}

// summary counts what was found, what is known and what was decided.
func (m checkModes) summary(f found) string {
	line := summary(f.findings)
	if f.known > 0 {
		line += fmt.Sprintf("; %d known", f.known)
	}
	if len(f.decided) > 0 {
		line += fmt.Sprintf("; %d decided", len(f.decided))
		if !m.decisions {
			line += " (--decisions)"
		}
	}
	return line
}

// sitePaths makes paths of the command line, which start where looking for
// the site does, relative to the site.
func (t *terminal) sitePaths(root string, args []string) ([]string, error) {
	var paths []string
	for _, arg := range args {
		path, err := filepath.Abs(filepath.Join(t.dir, arg))
		if filepath.IsAbs(arg) {
			path, err = arg, nil
		}
		if err != nil {
			return nil, err
		}
		if _, err := os.Stat(path); err != nil {
			return nil, failure.Usage("give a file or folder of the site", "no file or folder %q", arg)
		}
		rel, err := filepath.Rel(root, path)
		if err != nil || !filepath.IsLocal(rel) {
			return nil, failure.Usage("give a file or folder below "+root, "%q is not in this site", arg)
		}
		paths = append(paths, filepath.ToSlash(rel))
	}
	return paths, nil
}

// covered reports whether file is one of paths or below one.
func covered(file string, paths []string) bool {
	return slices.ContainsFunc(paths, func(path string) bool {
		return path == "." || file == path || strings.HasPrefix(file, path+"/")
	})
}
