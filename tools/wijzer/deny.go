package main

import (
	"bufio"
	"context"
	"flag"
	"io"
	"os"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/term"

	"comwijzer/tools/internal/deny"
	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/publish"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
	"comwijzer/tools/internal/theme"
	"comwijzer/tools/internal/write"
)

var _ = register(command{
	name:  "deny",
	args:  "--kind KIND < LIST",
	title: "add words that are published nowhere, as hashes",
	doc: `
Reads words from standard input, one name a line, and adds their salted hashes
to ` + deny.File + `. From then on wijzer check and wijzer build report wherever
one is written. KIND is ` + strings.Join(deny.Kinds, ", ") + `.

A name of several words counts as that sequence, and as one word without the
spaces; its words alone are free. Capitals, accents and hyphens make no
difference. The words are never printed, written or taken as arguments, which
a shell remembers. On a terminal they are not shown while you type; an empty
line ends them. To add what is there already changes nothing.
`,
	setup: func(flags *flag.FlagSet) runner {
		kind := flags.String("kind", "", "")
		return func(ctx context.Context, t *terminal, args []string) error { return runDeny(ctx, t, *kind, args) }
	},
})

func runDeny(ctx context.Context, t *terminal, kind string, args []string) error {
	if len(args) > 0 { // not quoted back: it may be a name
		return failure.Usage("give the words on standard input, one name a line", "deny takes no words as arguments")
	}
	if err := oneOf(deny.Kinds, "unknown kind %q", kind); err != nil {
		return err
	}
	root, err := t.site()
	if err != nil {
		return err
	}
	old, err := publish.Text(root, deny.File)
	if err != nil {
		return err
	}
	s, findings := site.Load(theme.Over(os.DirFS(root)))
	list, ok := denied(s)
	if !ok {
		t.report(findings)
		return failure.ErrFindings
	}
	names, err := t.secrets()
	if err != nil {
		return err
	}
	added, known, err := addDenied(&list, kind, names)
	if err != nil {
		return err
	}
	if added > 0 {
		err = publish.Change(ctx, root, "deny", []write.Change{{Path: deny.File, Old: old, New: list.Text()}})
	}
	if err == nil {
		t.printf("%s: %d added, %d known\n", deny.File, added, known)
	}
	return err
}

// denied returns the list of the site, a new one when it has none; false
// when there is one that cannot be read.
func denied(s *site.Site) (list deny.List, whole bool) {
	if l := s.List("denied"); l != nil {
		return deny.Parse(l.Decode)
	}
	return deny.NewList(), !s.HasFile(deny.File)
}

// minDenied keeps ordinary short words out: they would be found everywhere.
const minDenied = 4

func addDenied(list *deny.List, kind string, names []string) (added, known int, err error) {
	day := time.Now().Format(time.DateOnly)
	for i, name := range names {
		switch folded := text.Fold(name); {
		case folded == "":
		case utf8.RuneCountInString(folded) < minDenied && !strings.ContainsAny(folded, "0123456789"):
			return 0, 0, failure.Usage("write more of it: a short word is an ordinary one", "line %d has fewer than %d letters; nothing was added", i+1, minDenied)
		case list.Add(name, kind, day):
			added++
		default:
			known++
		}
	}
	return added, known, nil
}

// secrets reads the lines of standard input, from a terminal without
// showing them.
func (t *terminal) secrets() ([]string, error) {
	if fd := int(os.Stdin.Fd()); term.IsTerminal(fd) {
		return t.typed(fd)
	}
	var lines []string
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		lines = append(lines, in.Text())
	}
	return lines, in.Err()
}

func (t *terminal) typed(fd int) ([]string, error) {
	t.say("type one name a line, unseen; an empty line ends the list")
	var lines []string
	for {
		line, err := term.ReadPassword(fd)
		if err == io.EOF || err == nil && len(line) == 0 {
			return lines, nil
		}
		if err != nil {
			return nil, err
		}
		lines = append(lines, string(line))
	}
}
