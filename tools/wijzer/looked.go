package main

import (
	"context"
	"flag"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"comwijzer/tools/internal/between"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/site"
)

var _ = register(command{
	name:  "looked",
	args:  "--by ROLE [--on DATE] [--because TEXT] FILE:LINE…",
	title: "record that a difference between languages is right",
	doc: `
Records in ` + between.LookFile + ` that somebody compared the two texts at FILE:LINE,
in either language, and found right in what they differ (translation-differs).
The difference is not reported again until one of the texts changes. Prints
what it recorded; to record what is recorded already changes nothing.

  --by ROLE      the role of who looked, one of params.roles in config.toml
  --on DATE      the day, YYYY-MM-DD; today when it is left out
  --because TEXT why the difference is right
`,
	setup: setupLooked,
})

func setupLooked(flags *flag.FlagSet) runner {
	by := flags.String("by", "", "")
	on := flags.String("on", time.Now().Format(time.DateOnly), "")
	reason := flags.String("because", "", "")
	return func(ctx context.Context, t *terminal, args []string) error {
		root, s, findings, err := t.load()
		if err != nil {
			return err
		}
		if s.HasFile(between.LookFile) && s.List("looked") == nil {
			t.report(findings)
			return failure.ErrFindings
		}
		if err := mayLook(s, *by, *on); err != nil {
			return err
		}
		fresh, err := t.looksAt(s, root, args, func(d between.Difference) between.Look { return d.Look(*by, *on, *reason) })
		if err != nil {
			return err
		}
		return t.record(ctx, root, fresh)
	}
}

// looksAt returns the looks at the differences that stand at places, but
// for those that are recorded.
func (t *terminal) looksAt(s *site.Site, root string, places []string, look func(between.Difference) between.Look) ([]between.Look, error) {
	if len(places) == 0 {
		return nil, failure.Usage("see wijzer help looked", "looked needs a place, FILE:LINE")
	}
	known := between.Looks(s)
	differences := between.Differences(s)
	var looks []between.Look
	for _, place := range places {
		at, err := t.sitePlace(root, place)
		if err != nil {
			return nil, err
		}
		found := false
		for _, d := range differences {
			if d.StandsAt(at) {
				found = true
				if !slices.ContainsFunc(slices.Concat(known, looks), func(l between.Look) bool { return l.Ends(d) }) {
					looks = append(looks, look(d))
				}
			}
		}
		if !found {
			return nil, failure.Usage("wijzer check lists them, with their places", "no difference between languages at %q", place)
		}
	}
	return looks, nil
}

// sitePlace reads FILE:LINE, with or without a column.
func (t *terminal) sitePlace(root, place string) (diag.Position, error) {
	parts := strings.SplitN(place, ":", 3)
	line := 0
	if len(parts) > 1 {
		line, _ = strconv.Atoi(parts[1])
	}
	if line < 1 {
		return diag.Position{}, failure.Usage("write FILE:LINE", "%q is no place", place)
	}
	paths, err := t.sitePaths(root, parts[:1])
	if err != nil {
		return diag.Position{}, err
	}
	return diag.Position{File: paths[0], Line: line}, nil
}

const lookedHead = `# yaml-language-server: $schema=../tools/internal/schema/list-looked.json
# Differences between languages that somebody looked at and found right. Written by wijzer looked.
looks:
`

// record adds looks to the list, and prints them.
func (t *terminal) record(ctx context.Context, root string, looks []between.Look) error {
	if len(looks) == 0 {
		t.say("nothing changed: that is recorded already")
		return nil
	}
	var lines []string
	for _, l := range looks {
		lines = append(lines, lookLine(l))
	}
	if err := addLines(ctx, root, "looked", between.LookFile, lookedHead, lines...); err != nil {
		return err
	}
	for _, l := range looks {
		t.printf("%s: %s, by %s on %s\n", l.Place, l.Kind, l.By, l.On)
	}
	return nil
}

func lookLine(l between.Look) string {
	line := fmt.Sprintf("{kind: %s, place: %q, texts: %q, by: %s, on: %q", l.Kind, l.Place, l.Texts, l.By, l.On)
	if l.Reason != "" {
		line += fmt.Sprintf(", reason: %q", l.Reason)
	}
	return line + "}"
}
