package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/publish"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
	"comwijzer/tools/internal/write"
)

var _ = register(command{
	name:  "contacts",
	inner: true,
	args:  "[checked ID --by ROLE --on DATE]",
	title: "list what to check of contacts, or record that it was checked",
	doc: `
Prints a call sheet: of each contact what somebody must compare with the
organisation itself, by telephone or on its own page. What was never checked
comes first, then what was checked longest ago.

wijzer contacts checked ID --by ROLE --on DATE
    Records in data/contacts/ID.yaml that somebody checked all of it. ROLE is
    one of params.roles in config.toml; DATE is the day, YYYY-MM-DD. Neither is
    ever filled in by a program.
`,
	setup: func(*flag.FlagSet) runner { return runContacts },
})

func runContacts(ctx context.Context, t *terminal, args []string) error {
	root, s, _, err := t.load()
	if err != nil {
		return err
	}
	switch {
	case len(args) == 0:
		t.callSheet(s)
		return nil
	case args[0] != "checked":
		return failure.Usage("see wijzer help contacts", "contacts takes no argument %q", args[0])
	case len(args) < 2 || strings.HasPrefix(args[1], "-"):
		return failure.Usage("see wijzer help contacts", "checked needs the id of a contact")
	}
	flags := newFlagSet("checked")
	by, on := flags.String("by", "", ""), flags.String("on", "", "")
	if err := parse(flags, args[2:], "wijzer help contacts"); err != nil {
		return err
	}
	if err := noArguments("contacts checked", flags.Args()); err != nil {
		return err
	}
	if err := mayLook(s, *by, *on); err != nil {
		return err
	}
	return t.recordCheck(ctx, root, s, args[1], *by, *on)
}

// callSheet prints what to check, the most urgent first.
func (t *terminal) callSheet(s *site.Site) {
	contacts := slices.Clone(s.Contacts())
	slices.SortStableFunc(contacts, func(a, b *site.Contact) int {
		return cmp.Or(cmp.Compare(a.CheckedOn, b.CheckedOn), cmp.Compare(a.Seen.Date, b.Seen.Date)) // never, then longest ago; of those the oldest data
	})
	lang := s.DefaultLanguage()
	for _, c := range contacts {
		fmt.Fprintf(t.out, "%s (%s): %s\n", c.Name.In(lang), c.ID, t.words.Say(checkedState(c)))
		for _, line := range toCheck(c, lang) {
			fmt.Fprintf(t.out, "  [ ] %-14s %s\n", t.words.Say(line.title), cmp.Or(line.value, t.words.Say("none recorded")))
		}
		fmt.Fprintf(t.out, "  %-14s %s\n", t.words.Say("data from"), strings.Join(nonEmpty(c.Seen.Where.In(lang), c.Seen.Date, c.Seen.Source), ", "))
		if verify := c.Verify.In(lang); verify != "" {
			fmt.Fprintf(t.out, "  %-14s %s\n", t.words.Say("in particular"), verify)
		}
		t.printf("  then: wijzer contacts checked %s --by ROLE --on DATE\n\n", c.ID)
	}
}

func checkedState(c *site.Contact) string {
	if c.CheckedOn == "" {
		return "never checked"
	}
	return "checked on " + c.CheckedOn
}

// A checkLine is something of a contact that changes, and what the site says of it now.
type checkLine struct{ title, value string }

func toCheck(c *site.Contact, lang string) []checkLine {
	return []checkLine{
		{"number", c.Phone}, {"free number", c.PhoneFree}, {"cost", ""}, {"hours", c.Hours.In(lang)}, {"chat", c.Chat},
		{"e-mail", c.Email}, {"address", c.Web}, {"who answers", c.Purpose.In(lang)}, {"for whom", strings.Join(c.Audience, ", ")},
	}
}

func nonEmpty(texts ...string) []string {
	return slices.DeleteFunc(texts, func(s string) bool { return s == "" })
}

// recordCheck writes the day and the role into the record of a contact.
func (t *terminal) recordCheck(ctx context.Context, root string, s *site.Site, id, by, on string) error {
	c := s.Contact(id)
	if c == nil {
		return failure.Usage(text.DidYouMean(id, s.IDs("contact"), "wijzer contacts lists them"), "no contact %q", id)
	}
	old, err := publish.Text(root, c.File)
	if err != nil {
		return err
	}
	changed := withKey(withKey(string(old), "checked_on", on), "checked_by", by)
	if err := publish.Change(ctx, root, "contacts", []write.Change{{Path: c.File, Old: old, New: []byte(changed)}}); err != nil {
		return err
	}
	t.printf("%s: checked on %s by %s\n", c.File, on, by)
	return nil
}

// withKey gives a key at the top of a YAML mapping another value, or adds it.
func withKey(yaml, key, value string) string {
	line := key + ": " + value + "\n"
	if at := regexp.MustCompile(`(?m)^` + key + `:.*\n?`).FindStringIndex(yaml); at != nil {
		return yaml[:at[0]] + line + yaml[at[1]:]
	}
	if !strings.HasSuffix(yaml, "\n") {
		yaml += "\n"
	}
	return yaml + line
}
