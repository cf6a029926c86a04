package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/text"
)

// A command is one value in one file, which registers itself.
type command struct {
	name  string
	args  string // what follows the name, for the usage line
	bare  bool   // nothing follows it but flags
	inner bool   // its first argument has flags of its own
	title string // one line, in lower case without full stop
	doc   string // what it does, exit codes that need explaining
	// setup declares the flags and returns what runs with the rest of the line.
	setup func(*flag.FlagSet) runner
}

// A runner does the work of a command with the arguments that are not flags.
type runner func(ctx context.Context, t *terminal, args []string) error

var commands = map[string]command{}

func register(c command) struct{} {
	commands[c.name] = c
	return struct{}{}
}

const usageLine = "wijzer [-C DIR] [--lang LANG] COMMAND [ARGUMENTS]"

const usageTail = `
wijzer looks for the site in the folder you are in and those above it; with
-C it starts in DIR. "wijzer help COMMAND" tells more. It speaks the language
LANG of --lang, else that of the environment (LC_ALL, LC_MESSAGES, LANG), else
English; what other programs read is in English unless --lang is given.

exit codes: 0 clean, 1 errors found, 2 wrong command line, 3 something is
missing or wrong on this machine, 130 interrupted
`

func (t *terminal) usage() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s\n\n", t.words.Say("usage:"), usageLine)
	for _, name := range slices.Sorted(maps.Keys(commands)) {
		fmt.Fprintf(&b, "  %-9s %s\n", name, t.words.Say(commands[name].title))
	}
	b.WriteString(t.words.Say(usageTail))
	return b.String()
}

func (t *terminal) usageOf(c command) string {
	line := strings.TrimSpace(t.words.Say("usage:") + " wijzer " + c.name + " " + c.args)
	return line + "\n\n" + strings.TrimSpace(t.words.Say(c.doc)) + "\n"
}

// dispatch finds the command in args and runs it.
func dispatch(ctx context.Context, t *terminal, args []string) error {
	global := newFlagSet("wijzer")
	global.StringVar(&t.dir, "C", ".", "")
	global.Func("lang", "", t.speak)
	if err := parse(global, args, "wijzer help"); err != nil {
		return helpOr(t, err, t.usage())
	}
	name := global.Arg(0)
	if name == "" {
		fmt.Fprint(t.err, t.usage())
		return failure.Usage("", "no command given")
	}
	c, err := commandCalled(name)
	if err != nil {
		return err
	}
	flags := newFlagSet(name)
	work := c.setup(flags)
	if flags.Lookup("lang") == nil { // else it is about the site
		flags.Func("lang", "", t.speak)
	}
	args, err = c.arguments(flags, global.Args()[1:])
	if err == nil {
		err = work(ctx, t, args)
	}
	return helpOr(t, err, t.usageOf(c))
}

func commandCalled(name string) (c command, err error) {
	c, ok := commands[name]
	if !ok {
		err = failure.Usage(text.DidYouMean(name, slices.Sorted(maps.Keys(commands)), "run wijzer help for the list"), "unknown command %q", name)
	}
	return c, err
}

// arguments reads the flags of a command, and returns what stands between and behind them.
func (c command) arguments(flags *flag.FlagSet, args []string) (rest []string, err error) {
	if c.inner {
		err = parse(flags, args, "wijzer help "+c.name)
		return flags.Args(), err
	}
	if rest, err = interspersed(flags, args); err == nil && c.bare {
		err = noArguments(c.name, rest)
	}
	return rest, err
}

// newFlagSet returns a set that leaves all reporting to us.
func newFlagSet(name string) *flag.FlagSet {
	flags := flag.NewFlagSet(name, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	return flags
}

func parse(flags *flag.FlagSet, args []string, seeAlso string) error {
	err := flags.Parse(args)
	if err == nil || errors.Is(err, flag.ErrHelp) {
		return err
	}
	return failure.Usage("see "+seeAlso, "%v", err)
}

// interspersed reads flags that stand between and behind arguments.
func interspersed(flags *flag.FlagSet, args []string) (rest []string, err error) {
	for len(args) > 0 {
		if err := parse(flags, args, "wijzer help "+flags.Name()); err != nil {
			return nil, err
		}
		if args = flags.Args(); len(args) > 0 {
			rest, args = append(rest, args[0]), args[1:]
		}
	}
	return rest, nil
}

// helpOr prints the usage when that was asked for with -h or --help.
func helpOr(t *terminal, err error, usage string) error {
	if errors.Is(err, flag.ErrHelp) {
		fmt.Fprint(t.out, usage)
		return nil
	}
	return err
}

// oneOf refuses names that are not among the known.
func oneOf(known []string, format string, names ...string) error {
	for _, name := range names {
		if !slices.Contains(known, name) {
			return failure.Usage(text.DidYouMean(name, known, "use one of "+strings.Join(known, ", ")), format, name)
		}
	}
	return nil
}

// noArguments refuses what a command has no use for.
func noArguments(name string, args []string) error {
	if len(args) == 0 {
		return nil
	}
	command, _, _ := strings.Cut(name, " ")
	return failure.Usage("see wijzer help "+command, "%s takes no argument %q", name, args[0])
}
