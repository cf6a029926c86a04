package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"comwijzer/tools/internal/build"
	"comwijzer/tools/internal/check"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/near"
)

func init() {
	register(command{
		name:  "check",
		args:  "[--format text|json|sarif|github] [PATH…]",
		title: "check content and data",
		doc: `
Runs every rule for content and data, and prints what it finds. With PATHs only
findings in those files and folders are shown, and count for the exit code; the
whole site is read all the same, because references cross it. What can only be
seen in rendered pages is checked by wijzer build.

  --format F  text (as compilers do), json (an array), sarif (2.1.0), or github
              (annotations in a workflow)
`,
		setup: setupCheck,
	})
}

func setupCheck(flags *flag.FlagSet) runner {
	format := flags.String("format", "text", "")
	return func(_ context.Context, t *terminal, args []string) error {
		if !slices.Contains(diag.Formats(), *format) {
			return build.Usage(near.Hint(*format, diag.Formats(), "use one of "+strings.Join(diag.Formats(), ", ")),
				"unknown format %q", *format)
		}
		root, err := t.site()
		if err != nil {
			return err
		}
		only, err := sitePaths(root, args)
		if err != nil {
			return err
		}
		return printFindings(t, root, *format, only)
	}
}

func printFindings(t *terminal, root, format string, only []string) error {
	_, findings := build.Check(root, time.Now())
	if len(only) > 0 {
		findings = slices.DeleteFunc(findings, func(d diag.Diagnostic) bool { return !covered(d.File, only) })
	}
	if err := diag.Print(t.out, format, findings, check.Titles()); err != nil {
		return err
	}
	fmt.Fprintln(t.err, "wijzer: "+summary(findings))
	if diag.HasErrors(findings) {
		return build.ErrFindings
	}
	return nil
}

// sitePaths makes paths of the command line relative to the site.
func sitePaths(root string, args []string) ([]string, error) {
	var paths []string
	for _, arg := range args {
		path, err := filepath.Abs(arg)
		if err != nil {
			return nil, err
		}
		if _, err := os.Stat(path); err != nil {
			return nil, build.Usage("give a file or folder of the site", "no file or folder %q", arg)
		}
		rel, err := filepath.Rel(root, path)
		if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
			return nil, build.Usage("give a file or folder below "+root, "%q is not in this site", arg)
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
