package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"comwijzer"
	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/site"
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
	o.Languages = codes(languages)
	if err := starter.Make(args[0], o); err != nil {
		return err
	}
	t.printf("made %s\nlook at it: wijzer -C %s serve\n", args[0], shellWord(args[0]))
	for _, lang := range o.Languages {
		if len(starter.Untranslated(lang)) > 0 {
			t.say(fmt.Sprintf("there are no texts in %q here: pages, and the interface in %s, are in English until you translate them", lang, site.InterfaceFile(lang)))
		}
	}
	return nil
}

// shellWord returns a text as one types it in a shell, to be one word.
func shellWord(text string) string {
	if strings.ContainsAny(text, " \"&();<>|$`*?") {
		return "'" + text + "'"
	}
	return text
}

// askSite asks on a terminal for what was not given: again, until it can be.
func askSite(ctx context.Context, t *terminal, o *starter.Options, languages *string) error {
	asks := t.questions(ctx)
	sensitive := ""
	if o.Sensitive {
		sensitive = "y"
	}
	for _, question := range []struct {
		message string
		answer  *string
		may     string // what stands for no answer; "" where there must be one
		try     func(o *starter.Options, answer string)
	}{
		{"What is the site called?", &o.Name, "", func(o *starter.Options, answer string) { o.Name = answer }},
		{"Its languages, by their codes, the leading one first?", languages, "", func(o *starter.Options, answer string) { o.Languages = codes(answer) }},
		{"The country of its readers, as two letters?", &o.Country, "", func(o *starter.Options, answer string) { o.Country, o.Emergency = answer, "112" }},
		{"The number to call there in immediate danger?", &o.Emergency, "", func(o *starter.Options, answer string) { o.Emergency = answer }},
		{"Where will it stand? (empty: not known yet)", &o.URL, "nowhere", func(o *starter.Options, answer string) { o.URL = answer }},
		{"Is its subject sensitive: violence, abuse, crime? [y/N]", &sensitive, "N", nil},
	} {
		preset := ""
		if question.answer == &o.Emergency {
			preset = starter.EmergencyOf(o.Country)
		}
		for *question.answer == "" && asks.answerable() {
			answer, err := asks.ask(question.message, preset, wrongIn(question.try))
			if err != nil {
				return err
			}
			if *question.answer = answer; question.may != "" {
				break
			}
		}
	}
	answer := strings.ToLower(sensitive)
	o.Sensitive = strings.HasPrefix(answer, "y") || answer != "" && strings.HasPrefix(answer, t.words.Say("yes")[:1])
	return nil
}

// wrongIn returns what tells why an answer cannot be, all else being well.
func wrongIn(try func(o *starter.Options, answer string)) func(answer string) string {
	if try == nil {
		return nil
	}
	return func(answer string) string {
		o := starter.Options{Name: "A", Languages: []string{theme.Spare}, Country: "GB"}
		try(&o, answer)
		if wrong, ok := errors.AsType[*failure.Error](starter.Check(o)); ok {
			return wrong.Hint
		}
		return ""
	}
}

func codes(languages string) []string {
	return strings.FieldsFunc(languages, func(r rune) bool { return r == ',' || r == ' ' })
}
