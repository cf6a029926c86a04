package main

import (
	"context"
	"flag"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"time"

	"comwijzer/tools/internal/build"
	"comwijzer/tools/internal/check"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/text"
	"comwijzer/tools/internal/toolchain"
)

// A scope says which findings somebody asks for, and how severe rules are
// meanwhile. The zero scope is all of them.
type scope struct {
	changed         bool
	since, severity string
	rules           []string
	set             map[string]string

	within    bool     // only in paths
	paths     []string // of the site
	elsewhere bool     // and what the changes of these break
}

func (c *scope) flags(flags *flag.FlagSet) {
	flags.BoolVar(&c.changed, "changed", false, "")
	flags.StringVar(&c.since, "since", "", "")
	flags.StringVar(&c.severity, "severity", "", "")
	flags.Func("rule", "", func(ids string) error {
		c.rules = append(c.rules, strings.Split(ids, ",")...)
		return nil
	})
	flags.Func("set", "", func(setting string) error {
		if c.set == nil {
			c.set = map[string]string{}
		}
		id, severity, _ := strings.Cut(setting, "=")
		c.set[id] = severity
		return nil
	})
}

// settle refuses what does not exist, and finds the files that changed.
func (c *scope) settle(ctx context.Context, root string, paths []string) error {
	var wanted []string
	for _, name := range c.rules {
		ids := check.Named(name)
		if len(ids) == 0 {
			return unknownRule(name)
		}
		wanted = append(wanted, ids...)
	}
	c.rules = wanted
	for id, severity := range c.set {
		if len(check.Named(id)) == 0 {
			return unknownRule(id)
		}
		if _, known := check.SeverityOf(severity); !known && severity != check.SwitchedOff {
			return failure.Usage("write RULE=error, warning, info or off", "%q is no severity for %s", severity, id)
		}
	}
	if _, known := check.SeverityOf(c.severity); !known && c.severity != "" {
		return failure.Usage("use error, warning or info", "%q is no severity", c.severity)
	}
	c.paths, c.within = paths, len(paths) > 0
	if c.changed && c.since == "" {
		c.since = "HEAD"
	}
	if c.since == "" {
		return nil
	}
	changed, err := toolchain.ChangedSince(ctx, root, c.since)
	if c.within {
		changed = slices.DeleteFunc(changed, func(file string) bool { return !covered(file, paths) })
	}
	c.elsewhere = !c.within && len(changed) > 0
	c.paths, c.within = withTranslations(root, changed), true
	return err
}

// withTranslations adds the pages in other languages: what one says, the others follow.
func withTranslations(root string, files []string) []string {
	all := slices.Clone(files)
	for _, file := range files {
		if name, isPage := strings.CutSuffix(file, ".md"); isPage {
			others, _ := fs.Glob(os.DirFS(root), strings.TrimSuffix(name, path.Ext(name))+".*.md")
			all = append(all, others...)
		}
	}
	return all
}

func unknownRule(name string) error {
	return failure.Usage(text.DidYouMean(name, check.Names(), "wijzer explain lists the rules"), "unknown rule %q", name)
}

// apply sets severities, and leaves out what nobody asks for.
func (c *scope) apply(findings []diag.Diagnostic) []diag.Diagnostic {
	least, _ := check.SeverityOf(c.severity)
	return slices.DeleteFunc(check.WithSeverities(findings, c.set), func(d diag.Diagnostic) bool {
		return d.Severity < least ||
			len(c.rules) > 0 && !slices.Contains(c.rules, d.Rule) ||
			c.within && !covered(d.File, c.paths)
	})
}

// broken returns the errors in files that did not change, and that were not
// there before others did: whoever changes a number or removes a page sees
// what names it.
func (c *scope) broken(ctx context.Context, root string, findings []diag.Diagnostic) ([]diag.Diagnostic, error) {
	everywhere := *c
	everywhere.within = false
	errors := slices.DeleteFunc(everywhere.apply(slices.Clone(findings)), func(d diag.Diagnostic) bool {
		return d.Severity != diag.Error || covered(d.File, c.paths)
	})
	if !c.elsewhere || len(errors) == 0 {
		return nil, nil
	}
	then, err := toolchain.Revision(ctx, root, c.since)
	if err != nil {
		return nil, err
	}
	_, before, _ := build.CheckFiles(then, time.Now())
	return slices.DeleteFunc(errors, func(d diag.Diagnostic) bool {
		return slices.ContainsFunc(before, func(b diag.Diagnostic) bool {
			return b.File == d.File && b.Rule == d.Rule && b.Message == d.Message
		})
	}), nil
}
