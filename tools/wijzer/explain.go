package main

import (
	"context"
	"flag"
	"fmt"
	"slices"

	"comwijzer/tools/internal/check"
	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/render"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(command{
	name:  "explain",
	args:  "[RULE]",
	title: "tell what a rule is for, with an example; without RULE list them all",
	doc: `
RULE is what is printed in brackets after a finding. The explanation is Markdown:
what the rule finds, why that matters, an example wrong and right, and how to
mend it. docs/rules.md has the same of all rules. RULE may be a set of rules too,
or config.toml: then it lists them, or what the file can say.
`,
	setup: func(*flag.FlagSet) runner { return runExplain },
})

func runExplain(_ context.Context, t *terminal, args []string) error {
	switch len(args) {
	case 0:
		listRules(t)
		return nil
	case 1:
		return explain(t, args[0])
	}
	return failure.Usage("see wijzer help explain", "explain takes one rule, not %d", len(args))
}

func listRules(t *terminal) {
	for _, r := range check.Rules() {
		fmt.Fprintf(t.out, "%-20s %s\n", r.ID, t.words.Say(r.Title))
	}
	fmt.Fprintf(t.out, "%-20s %s\n", render.Rule, t.words.Say(render.Title))
}

func explain(t *terminal, id string) error {
	if id == render.Rule {
		t.printf("%s", render.Doc)
		return nil
	}
	if id == site.ConfigFile {
		fmt.Fprint(t.out, site.ConfigSchema().Markdown())
		return nil
	}
	if about, isSet := check.Sets()[id]; isSet {
		fmt.Fprintf(t.out, "%s: rules on %s\n\n", id, about)
		for _, rule := range check.Named(id) {
			fmt.Fprintf(t.out, "%-20s %s\n", rule, t.words.Say(check.Titles()[rule]))
		}
		return nil
	}
	r, ok := check.Find(id)
	if !ok {
		known := append(check.Names(), render.Rule)
		slices.Sort(known)
		return failure.Usage(text.DidYouMean(id, known, "run wijzer explain for the list"), "unknown rule %q", id)
	}
	fmt.Fprint(t.out, r.Markdown(t.words.Say))
	return nil
}
