package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/links"
	"comwijzer/tools/internal/passage"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
	"comwijzer/tools/internal/toolchain"
	"comwijzer/tools/internal/verify"
)

var _ = register(command{
	name:  "sources",
	inner: true,
	args:  "verify [--all] [--max-age AGE] [--only ID] [--format text|json|sarif|github]",
	title: "ask whether sources exist, and still say what is cited",
	doc: `
wijzer sources verify asks, as politely as wijzer links, whether the DOI or ISBN
of each source exists and leads to its title, authors and year; whether the work
was corrected, retracted, withdrawn or put in doubt; and whether the passages
that are cited still stand at the address of the source. It never runs in a
build. docs/sources.md tells what it compares and what the verdicts mean.

What registries say is kept in checks/sources.json, fingerprints of passages in
checks/passages.json: both to be committed. Ctrl-C keeps what was found so far.
PDF is read with pdftotext, which wijzer doctor --install brings. Exit code 1
when a source is not there, another one, retracted or withdrawn, or a passage is
gone; 3 when nothing could be reached.

  --all          ask also what was asked within the age
  --max-age AGE  ask what was last asked longer ago, such as 1d (the default),
                 2w or 12h
  --only ID      look at this source
  --format F     as of wijzer check
  --crossref, --doi, --books ADDRESS
                 ask these instead of https://api.crossref.org, https://doi.org
                 and https://openlibrary.org
`,
	setup: func(*flag.FlagSet) runner { return runSources },
})

func runSources(ctx context.Context, t *terminal, args []string) error {
	if len(args) == 0 || args[0] != "verify" {
		return failure.Usage("it can verify: see wijzer help sources", "sources cannot %q", strings.Join(args, " "))
	}
	var v verification
	flags := newFlagSet("verify")
	maxAge := ageFlags(flags, 24*time.Hour)
	only := flags.String("only", "", "")
	format := flags.String("format", "text", "")
	flags.StringVar(&v.at.Crossref, "crossref", "", "")
	flags.StringVar(&v.at.DOI, "doi", "", "")
	flags.StringVar(&v.at.Books, "books", "", "")
	if err := parse(flags, args[1:], "wijzer help sources"); err != nil {
		return err
	}
	if err := errors.Join(noArguments("sources", flags.Args()), knownFormat(*format)); err != nil {
		return err
	}
	return t.surveying(ctx, "sources verify", func(root string, s *site.Site) error {
		if err := v.load(root, s, *only); err != nil {
			return err
		}
		return v.run(ctx, t, *format, *maxAge)
	})
}

// A verification is one run over the sources of a site.
type verification struct {
	root  string
	site  *site.Site
	scope []*site.Source // those that it is about
	at    verify.Registries

	started time.Time
	watches []passage.Watch // all of the site
	known   []verify.Entry  // of earlier runs, and then of this one too
	watched []passage.Entry
	found   []verify.Entry // of this run
	read    []passage.Entry
}

// covers reports whether a source is in scope.
func (v *verification) covers(id string) bool {
	return slices.ContainsFunc(v.scope, func(s *site.Source) bool { return s.ID == id })
}

func (v *verification) load(root string, s *site.Site, only string) (err error) {
	v.root, v.site, v.scope = root, s, s.Sources()
	if only != "" {
		if s.Source(only) == nil {
			return failure.Usage(text.DidYouMean(only, s.IDs("source"), "give the name of a file in data/sources/"), "no source %q", only)
		}
		v.scope = []*site.Source{s.Source(only)}
	}
	v.known, err = verify.Ledger.Load(v.root)
	if err == nil {
		v.watched, err = passage.Ledger.Load(v.root)
	}
	if err != nil {
		return failure.Environment("mend the file; without it everything is asked again, and passages are recorded as they are now", "cannot read the verdicts: %v", err)
	}
	return nil
}

func (v *verification) run(ctx context.Context, t *terminal, format string, maxAge time.Duration) error {
	v.started, v.watches = time.Now(), passage.Watches(v.site)
	works := verify.Due(verify.Works(v.scope), v.known, v.started, maxAge)
	watches := slices.DeleteFunc(passage.Due(v.watches, v.watched, v.started, maxAge), func(w passage.Watch) bool { return !v.covers(w.ID) })
	bar := t.bar(int64(len(works)+len(watches)), "asking")
	err := v.ask(ctx, works, watches, func() { bar.Add(1) })
	bar.Finish()
	if err != nil {
		return err
	}
	asked := fmt.Sprintf("asked about %d of %s, read %d of %s", len(v.found), count(len(works), "work"), len(v.read), count(len(watches), "page"))
	if ctx.Err() != nil {
		return &failure.Error{Code: failure.ExitInterrupted, Message: "interrupted: " + asked + ", and kept that"}
	}
	return v.conclude(t, format, asked+" in "+seconds(v.started))
}

// ask asks about the works and reads the pages, and keeps what came of it.
func (v *verification) ask(ctx context.Context, works []string, watches []passage.Watch, step func()) error {
	options := linkOptions(v.site.Config.BaseURL)
	options.BodyLimit = longestSource
	client := links.NewClient(options)
	verify.Run(ctx, works, client, v.at, func(e verify.Entry) { v.found = append(v.found, e); step() })
	passage.Run(ctx, watches, v.watched, client, readPDF(), v.started, func(e passage.Entry) { v.read = append(v.read, e); step() })
	if len(v.found)+len(v.read) > fewHosts && !client.Answered() {
		return failure.Environment("connect to the internet and run again", "no network: nothing could be reached, and nothing is kept")
	}
	v.known = verify.Merge(verify.Works(v.site.Sources()), v.known, v.found, v.started)
	v.watched = passage.Merge(v.watches, v.watched, v.read)
	err := keeping(v.root, "sources verify", func() error {
		return errors.Join(verify.Ledger.Save(v.root, v.known), passage.Ledger.Save(v.root, v.watched))
	})
	if err != nil {
		return failure.Environment("look at the owner and the permissions of checks/", "cannot keep the verdicts: %v", err)
	}
	return nil
}

// longestSource is how much is read of one source: reports are long.
const longestSource = 32 << 20

func readPDF() passage.PDF {
	if toolchain.HasPDF() {
		return toolchain.PDFPages
	}
	return func(context.Context, []byte) ([]string, error) { return nil, passage.ErrNoReader }
}

// conclude prints what to look at, and returns the exit code.
func (v *verification) conclude(t *terminal, format, asked string) error {
	watched := slices.DeleteFunc(slices.Clone(v.watched), func(e passage.Entry) bool { return !v.covers(e.Source) })
	findings := diag.Sort(slices.Concat(verify.Findings(v.scope, v.known), passage.Findings(v.site, watched)))
	titles := maps.Clone(verify.Titles)
	titles[passage.Rule] = passage.Title
	if err := t.print(format, findings, titles); err != nil {
		return err
	}
	t.say(asked)
	t.say(summary(findings))
	return verdict(findings)
}
