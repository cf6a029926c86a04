package main

import (
	"bufio"
	"cmp"
	"context"
	"fmt"
	"os"
	"slices"
	"strings"

	"golang.org/x/term"

	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/text"
)

// questions are asked on a terminal. Without one nobody answers.
type questions struct {
	*terminal
	ctx   context.Context
	lines chan string // nil without a terminal
}

// questions returns what asks until ctx ends.
func (t *terminal) questions(ctx context.Context) *questions {
	q := &questions{t, ctx, nil}
	if !term.IsTerminal(int(os.Stdin.Fd())) {
		return q
	}
	q.lines = make(chan string)
	go func() {
		defer close(q.lines)
		for in := bufio.NewScanner(os.Stdin); in.Scan(); {
			q.lines <- strings.TrimSpace(in.Text())
		}
	}()
	return q
}

// answerable reports whether there is somebody to answer.
func (q *questions) answerable() bool { return q.lines != nil }

// ask asks until wrong finds nothing wrong with the answer. An empty answer
// is the preset; one without preset leaves the question open.
func (q *questions) ask(question, preset string, wrong func(answer string) string) (string, error) {
	for q.answerable() {
		fmt.Fprint(q.err, q.words.Say(question))
		if preset != "" {
			fmt.Fprintf(q.err, " [%s]", preset)
		}
		fmt.Fprint(q.err, ": ")
		answer, err := q.line()
		answer = cmp.Or(answer, preset)
		if answer == "" || err != nil || wrong == nil {
			return answer, err
		}
		trouble := wrong(answer)
		if trouble == "" {
			return answer, nil
		}
		fmt.Fprintln(q.err, "    "+q.words.Say(trouble))
	}
	return "", nil
}

// line returns the next line that somebody types.
func (q *questions) line() (string, error) {
	select {
	case <-q.ctx.Done():
		fmt.Fprintln(q.err)
		return "", q.ctx.Err()
	case line, more := <-q.lines:
		if !more {
			fmt.Fprintln(q.err)
			return "", &failure.Error{Code: failure.ExitInterrupted, Message: "the answers ended: nothing was changed"}
		}
		return line, nil
	}
}

// confirm asks whether to go on, unless somebody said yes before. Without a
// terminal nobody can answer, and nothing is changed.
func (t *terminal) confirm(ctx context.Context, yes bool, question string) (bool, error) {
	if yes {
		return true, nil
	}
	asks := t.questions(ctx)
	if !asks.answerable() {
		t.say("nothing changed: add --yes to apply this without being asked")
		return false, nil
	}
	letter := t.words.Say("yes")[:1]
	fmt.Fprintf(t.err, "wijzer: %s [%s/N] ", t.words.Say(question), letter)
	answer, err := asks.line()
	answer = strings.ToLower(answer)
	return err == nil && (strings.HasPrefix(answer, "y") || strings.HasPrefix(answer, letter)), err
}

// choose asks until the answer is a choice, or the beginning of one choice.
func (q *questions) choose(question, preset string, choices []string) (string, error) {
	meant := func(answer string) []string {
		if slices.Contains(choices, answer) {
			return []string{answer}
		}
		return slices.DeleteFunc(slices.Clone(choices), func(c string) bool { return !strings.HasPrefix(c, strings.ToLower(answer)) })
	}
	answer, err := q.ask(q.words.Say(question)+" ("+strings.Join(choices, ", ")+")", preset, func(answer string) string {
		if len(meant(answer)) != 1 {
			return text.DidYouMean(answer, choices, "use one of "+strings.Join(choices, ", "))
		}
		return ""
	})
	if answer == "" || err != nil {
		return "", err
	}
	return meant(answer)[0], nil
}
