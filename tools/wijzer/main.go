// Wijzer makes a static bilingual knowledge site from Markdown and data
// records: it checks every reference, renders the pages and indexes them
// for search.
//
// What goes where: results on standard output; findings of a build,
// progress and errors on standard error. Errors start with "wijzer:", in
// lower case and without a full stop, and a hint follows when there is
// something to do.
package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"syscall"

	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/messages"
	"comwijzer/tools/internal/render"
)

// room is how much memory a command may fill before the collector of
// garbage has to work: what a small site takes (docs/adr/0022).
const room = 256 << 20

// untouched is memory that is asked for and never used, so that it takes
// none. The collector, which works whenever memory has grown by a share,
// counts it: it leaves a small site alone, and one that is large as it was.
var untouched = [][]byte{make([]byte, room/2)}

// growth is that share in percent, where GOGC in the environment says no
// other. Hugo, in its own process, has Go's own share.
const growth = 50

// makeRoom asks for room in large pages and gives it back at once, so that
// it is what the program fills first: the kernel need not be called for each
// 4 KB of it.
func makeRoom() {
	untouched = append(untouched, make([]byte, room/2))
	inLargePages(make([]byte, room))
	runtime.GC()
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(growth)
	}
}

func main() {
	// A panic in a goroutine of a library cannot be caught; at least no trace.
	debug.SetTraceback("none")
	render.ServeChild()
	makeRoom()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends at once
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// run executes a command line and returns the exit code.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	out := &results{Writer: stdout}
	t := &terminal{out: out, err: stderr, dir: ".", words: messages.In(messages.Preferred(os.Getenv))}
	err := failure.Guarded(func() error { return dispatch(ctx, t, args) })
	t.status("")
	var known *failure.Error
	if ctx.Err() != nil && errors.As(err, &known) && known.Code == failure.ExitEnvironment {
		err = ctx.Err() // what others were asked was broken off
	}
	if err == nil || errors.Is(err, failure.ErrFindings) {
		err = cmp.Or(failure.File("writing the results", out.err), err)
	}
	return t.conclude(err)
}

// results is where a command prints them; it remembers that one was lost.
type results struct {
	io.Writer
	err error
}

func (r *results) Write(text []byte) (int, error) {
	n, err := r.Writer.Write(text)
	r.err = cmp.Or(r.err, err)
	return n, err
}

// conclude reports why a command stopped, and returns the exit code.
func (t *terminal) conclude(err error) int {
	var known *failure.Error
	switch {
	case err == nil:
		return failure.ExitClean
	case errors.Is(err, failure.ErrFindings):
		return failure.ExitFindings // the findings have been printed
	case errors.Is(err, context.Canceled):
		t.complain("interrupted: nothing was changed", "")
		return failure.ExitInterrupted
	case errors.As(err, &known):
		t.complain(t.told(err, known), known.Hint)
		return known.Code
	}
	t.complain(err.Error(), "")
	return failure.ExitEnvironment
}

// told returns why a command stopped, the message and its cause each by itself.
func (t *terminal) told(err error, known *failure.Error) string {
	if err != error(known) || known.Err == nil {
		return err.Error()
	}
	return t.words.Say(known.Message) + ": " + t.words.Say(known.Err.Error())
}

func (t *terminal) complain(message, hint string) {
	fmt.Fprintln(t.err, "wijzer: "+t.words.Say(message))
	if hint != "" {
		fmt.Fprintln(t.err, "    "+t.words.Say("hint:")+" "+t.words.Say(hint))
	}
}
