package render

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/signal"
	"syscall"

	"comwijzer/tools/internal/failure"

	"github.com/gohugoio/hugo/hugofs"
)

// childArgument is what a program is started with to render. It is no command.
const childArgument = "render-child"

// An answer is what a child prints.
type answer struct {
	Pages
	Failure, Hint string // why there are no pages, when it is not for findings
}

// serves is whether a copy of this program would render, and not begin all over.
var serves bool

// ServeChild renders and ends the program, when Run started it for that. Every
// program that calls Run, a test too, calls ServeChild first.
func ServeChild() {
	serves = true
	if len(os.Args) != 2 || os.Args[1] != childArgument {
		return
	}
	signal.Ignore(os.Interrupt, syscall.SIGHUP) // Ctrl-C is for who started us, and then ends us
	var request Request
	if err := json.NewDecoder(os.Stdin).Decode(&request); err != nil {
		os.Exit(failure.ExitEnvironment)
	}
	go func() {
		io.Copy(io.Discard, os.Stdin)
		os.Exit(failure.ExitEnvironment) // nobody is there to hear the answer
	}()
	if json.NewEncoder(os.Stdout).Encode(reply(request)) != nil {
		os.Exit(failure.ExitEnvironment)
	}
	os.Exit(failure.ExitClean)
}

func reply(request Request) answer {
	pages, err := renderAll(request, hugofs.Os)
	if err == nil {
		return answer{Pages: pages}
	}
	var known *failure.Error
	if errors.As(err, &known) {
		return answer{Failure: err.Error(), Hint: known.Hint}
	}
	return answer{Failure: err.Error()}
}
