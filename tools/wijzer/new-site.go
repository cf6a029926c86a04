package main

import (
	"context"
	"strings"
	"time"

	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/starter"
)

// newSite makes a small site in a new folder.
func newSite(ctx context.Context, t *terminal, args []string) error {
	o := starter.Options{Today: time.Now()}
	languages := ""
	flags := newFlagSet("new site")
	flags.StringVar(&o.Name, "name", "", "")
	flags.StringVar(&languages, "languages", "", "")
	flags.StringVar(&o.Country, "country", "", "")
	flags.StringVar(&o.Emergency, "emergency", "", "")
	flags.StringVar(&o.URL, "url", "", "")
	flags.BoolVar(&o.Sensitive, "sensitive", false, "")
	if len(args) == 0 || strings.HasPrefix(args[0], "-") {
		return failure.Usage("wijzer new site DIR", "new site wants a folder")
	}
	if err := parse(flags, args[1:], "wijzer help new"); err != nil {
		return err
	}
	if err := askSite(ctx, t, &o, &languages); err != nil {
		return err
	}
	o.Languages = strings.FieldsFunc(languages, func(r rune) bool { return r == ',' || r == ' ' })
	if err := starter.Make(args[0], o); err != nil {
		return err
	}
	t.printf("made %s\nlook at it: wijzer -C %s serve\n", args[0], shellWord(args[0]))
	return nil
}

// shellWord returns a text as one types it in a shell, to be one word.
func shellWord(text string) string {
	if strings.ContainsAny(text, " \"&();<>|$`*?") {
		return "'" + text + "'"
	}
	return text
}

// askSite asks on a terminal for what was not given.
func askSite(ctx context.Context, t *terminal, o *starter.Options, languages *string) error {
	asks := t.questions(ctx)
	sensitive := ""
	if o.Sensitive {
		sensitive = "y"
	}
	for _, question := range []struct {
		message string
		answer  *string
	}{
		{"What is the site called?", &o.Name},
		{"Its languages, by their codes, the leading one first?", languages},
		{"The country of its readers, as two letters?", &o.Country},
		{"Where will it stand? (empty: not known yet)", &o.URL},
		{"Is its subject sensitive: violence, abuse, crime? [y/N]", &sensitive},
	} {
		if *question.answer != "" {
			continue
		}
		answer, err := asks.ask(question.message, "", nil)
		if err != nil {
			return err
		}
		*question.answer = answer
	}
	o.Sensitive = strings.HasPrefix(strings.ToLower(sensitive), "y")
	return nil
}
