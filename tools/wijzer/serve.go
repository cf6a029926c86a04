package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"slices"
	"time"

	"comwijzer/tools/internal/build"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/preview"
)

var _ = register(command{
	name:  "serve",
	bare:  true,
	args:  "[--port N]",
	title: "show the site while you write, on this machine only",
	doc: `
Builds the site for a preview, prints its address, and builds it anew whenever
you save. The browser follows by itself. Findings appear here and on the page;
as long as there are errors the last good pages stay. Search follows a moment
after the pages. Ctrl-C stops it. public/ is not touched.

  --port N  the port, 1313 if not given; 0 picks a free one
`,
	setup: setupServe,
})

const defaultPort = 1313

func setupServe(flags *flag.FlagSet) runner {
	port := flags.Int("port", defaultPort, "")
	return func(ctx context.Context, t *terminal, _ []string) error {
		if *port < 0 || *port > 65535 {
			return failure.Usage("a port is a number from 0 to 65535", "no port %d", *port)
		}
		root, err := t.site()
		if err != nil {
			return err
		}
		p := preview.Preview{Port: *port, Lang: t.words.Language(), Translate: t.words.Say, Built: (&reporter{t, map[preview.Subject][]diag.Diagnostic{}}).news,
			Options: build.Options{Root: root, Drafts: true, Today: time.Now(), Status: t.status, Say: t.say}}
		return p.Serve(ctx)
	}
}

// A reporter prints what a preview has to tell, and of findings only what
// is new: the list of all is on the page, and in wijzer check.
type reporter struct {
	*terminal
	known map[preview.Subject][]diag.Diagnostic // the latest findings
}

func (t *reporter) news(n preview.News) {
	fresh := slices.DeleteFunc(pressing(n.Findings), func(d diag.Diagnostic) bool { return slices.Contains(t.known[n.About], d) })
	t.known[n.About] = n.Findings
	t.status("")
	diag.Print(t.err, "text", fresh, diag.Options{Say: t.words.Say})
	switch {
	case n.Err != nil && !errors.Is(n.Err, failure.ErrFindings):
		t.conclude(n.Err)
	case n.Err != nil:
		t.say(summary(n.Findings) + ": the last good pages stay; mend the errors and save")
	case n.Took > 0 && !n.First:
		t.say(fmt.Sprintf("%s shown after %.2f s%s", time.Now().Format("15:04:05"), n.Took.Seconds(), remark(n.Findings)))
	case len(fresh) > 0:
		t.say(summary(n.Findings))
	}
	if n.First {
		fmt.Fprintln(t.out, n.Address)
	}
}

func remark(findings []diag.Diagnostic) string {
	if len(findings) == 0 {
		return ""
	}
	return ", with " + summary(findings)
}
