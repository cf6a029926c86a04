// Package render makes pages of a site with Hugo. It is the only importer of Hugo.
//
// Hugo runs in a process of its own, made of the same program: it can be ended at
// any moment, gives its memory back, and takes nothing along when it fails.
package render

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/failure"
)

// A Request says what to render.
type Request struct {
	Root    string   // the folder of the site
	Out     string   // an existing folder
	BaseURL string   // empty: what config.toml says
	Hidden  []string // Hugo's paths of pages that are not to be there at all
	Mounts  []Mount  // none: what config.toml says
	Drafts  bool     // render these too, and pages whose day has not come
	Stay    bool     // read the site, and wait for what to render: Keep
}

// A Mount says which folder or file of the site stands where for Hugo.
type Mount struct{ Source, Target string }

// Pages are what Hugo tells of the pages that it made. Faults in templates
// and content are findings.
type Pages struct {
	Findings []diag.Diagnostic
	Sources  map[string]Source // by the address of a page, without host
}

// A Source is what a page was made from.
type Source struct {
	File string // relative to the site
	Path string // the page's path in Hugo, the same in all languages
}

// Run renders pages. When it returns nothing is being written any more,
// also when ctx ended it.
func Run(ctx context.Context, request Request) (Pages, error) {
	child, err := take()
	if err != nil {
		return Pages{}, err
	}
	defer child.end()
	return child.ask(ctx, request)
}

var next struct {
	sync.Mutex
	child *child // nil when none is waiting
}

// Prepare starts the process for the next Run, so that it need not wait for that.
func Prepare() {
	next.Lock()
	defer next.Unlock()
	if next.child == nil {
		next.child, _ = start() // Run tries again, and tells
	}
}

func take() (*child, error) {
	next.Lock()
	defer next.Unlock()
	if ready := next.child; ready != nil {
		next.child = nil
		return ready, nil
	}
	return start()
}

// A child is a process that waits for a request, and answers it. It ends
// when its standard input does, so never later than we do.
type child struct {
	cmd      *exec.Cmd
	requests io.WriteCloser
	answers  io.Reader
	trouble  bytes.Buffer
}

// executable finds this program; tests put another in its place.
var executable = os.Executable

func start() (*child, error) {
	if !serves {
		panic("render.Run without render.ServeChild")
	}
	program, err := executable()
	if err != nil {
		return nil, failure.File("finding the program to render with", err)
	}
	c := &child{cmd: exec.Command(program, childArgument)}
	if err := c.start(); err != nil {
		return nil, err
	}
	return c, nil
}

func (c *child) start() (err error) {
	c.cmd.Env = environment()
	c.cmd.Stderr = &c.trouble
	c.requests, err = c.cmd.StdinPipe()
	if err == nil {
		c.answers, err = c.cmd.StdoutPipe()
	}
	if err == nil {
		err = c.cmd.Start()
	}
	if err != nil {
		return failure.File("starting to render", err)
	}
	return nil
}

// ask sends a request and waits for the answer. When ctx ends the child does too.
func (c *child) ask(ctx context.Context, request any) (Pages, error) {
	defer context.AfterFunc(ctx, func() { c.cmd.Process.Kill() })()
	var told answer
	asked := json.NewEncoder(c.requests).Encode(request)
	err := cmp.Or(json.NewDecoder(c.answers).Decode(&told), asked)
	switch {
	case ctx.Err() != nil:
		return Pages{}, ctx.Err()
	case err != nil:
		return Pages{}, c.crash(err)
	case told.Failure != "":
		return Pages{}, &failure.Error{Code: failure.ExitEnvironment, Message: told.Failure, Hint: told.Hint}
	}
	return told.Pages, nil
}

// end closes what the child listens to, at which it ends, and waits for that.
func (c *child) end() error {
	c.requests.Close()
	return c.cmd.Wait()
}

// crash says why there is no answer: the first line of what Go or Hugo
// printed. Who was killed prints none.
func (c *child) crash(err error) error {
	err = cmp.Or(c.end(), err)
	said, _, _ := strings.Cut(strings.TrimSpace(c.trouble.String()), "\n")
	if said == "" && c.cmd.ProcessState != nil && c.cmd.ProcessState.ExitCode() < 0 {
		return &failure.Error{Code: failure.ExitEnvironment, Message: "the process that makes the pages was killed",
			Hint: "perhaps memory ran out: end other programs and run again; what was built before is as it was", Err: err}
	}
	return failure.Internal("hugo ended without an answer: %s: %v", cmp.Or(said, "nothing said"), err)
}

// environment is ours, without what Hugo and its libraries would listen to
// behind our back.
func environment() (kept []string) {
	for _, entry := range os.Environ() {
		if !strings.HasPrefix(strings.ToUpper(entry), "HUGO") {
			kept = append(kept, entry)
		}
	}
	return append(kept, "NO_COLOR=1") // Hugo draws its own progress on a terminal
}
