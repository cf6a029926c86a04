package main

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"time"

	"comwijzer/tools/internal/build"
	"comwijzer/tools/internal/site"
)

var _ = register(command{
	name:  "build",
	bare:  true,
	args:  "[--out DIR] [--base-url URL]",
	title: "check everything and make the site in public/",
	doc: `
Checks content and data, renders the pages, checks the pages and makes the
search indexes. Only when all of that is good does the result take the place
of the out folder, in one step. After a failure or Ctrl-C that folder is as it
was, byte for byte.

  --out DIR       where the site goes, instead of public/; a folder with files
                  that wijzer did not make is refused
  --base-url URL  the address of the site, instead of baseURL in config.toml
`,
	setup: setupBuild,
})

func setupBuild(flags *flag.FlagSet) runner {
	out := flags.String("out", "", "")
	baseURL := flags.String("base-url", "", "")
	return func(ctx context.Context, t *terminal, _ []string) error {
		o := build.Options{Today: time.Now(), Status: t.status}
		if err := fillOptions(&o, t, *out, *baseURL); err != nil {
			return err
		}
		return runBuild(ctx, t, o)
	}
}

func fillOptions(o *build.Options, t *terminal, out, baseURL string) (err error) {
	if o.Root, err = t.site(); err != nil {
		return err
	}
	if baseURL != "" {
		if o.BaseURL, err = site.ParseBaseURL(baseURL); err != nil {
			return err
		}
	}
	if out != "" {
		// As everywhere on a command line, a path is relative to where one is.
		o.Out, err = filepath.Abs(out)
	}
	return err
}

func runBuild(ctx context.Context, t *terminal, o build.Options) error {
	start := time.Now()
	r, err := build.Run(ctx, o)
	t.report(r.Findings)
	if err != nil {
		return err
	}
	t.printf("built %s: %s searchable, in %s\n", shorten(r.Out), count(r.Indexed, "page"), seconds(start))
	return nil
}

// shorten returns a path relative to the folder one is in, when it is below it.
func shorten(path string) string {
	here, err := os.Getwd()
	if err != nil {
		return path
	}
	rel, err := filepath.Rel(here, path)
	if err != nil || strings.HasPrefix(rel, "..") {
		return path
	}
	return rel
}
