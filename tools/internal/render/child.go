package render

import (
	"encoding/json"
	"errors"
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

// ServeChild renders and ends the program, when Run or Keep started it for
// that. Every program that calls these, a test too, calls ServeChild first.
func ServeChild() {
	serves = true
	if len(os.Args) != 2 || os.Args[1] != childArgument {
		return
	}
	signal.Ignore(os.Interrupt, syscall.SIGHUP) // Ctrl-C is for who started us, and then ends us
	var request Request
	asked, told := json.NewDecoder(os.Stdin), json.NewEncoder(os.Stdout)
	if err := asked.Decode(&request); err != nil {
		os.Exit(failure.ExitEnvironment)
	}
	changes := listen(asked)
	r := &rendering{Request: request}
	told.Encode(reply(r.begin()))
	for change := range changes {
		told.Encode(reply(r.again(change)))
	}
}

// listen passes on the changes that are to be rendered. At the end of them it ends
// the program, whatever it is doing: nobody is there to hear the answer.
func listen(asked *json.Decoder) <-chan Change {
	changes := make(chan Change)
	go func() {
		for {
			var change Change
			if asked.Decode(&change) != nil {
				os.Exit(failure.ExitClean)
			}
			changes <- change
		}
	}()
	return changes
}

func (r *rendering) begin() (Pages, error) {
	if r.Stay {
		err := r.read()
		return r.Pages, err
	}
	return renderAll(r.Request, hugofs.Os)
}

func reply(pages Pages, err error) answer {
	if err == nil {
		return answer{Pages: pages}
	}
	var known *failure.Error
	if errors.As(err, &known) {
		return answer{Failure: err.Error(), Hint: known.Hint}
	}
	return answer{Failure: err.Error()}
}
