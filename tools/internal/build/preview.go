package build

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

// A Preview serves the site on this machine only, builds it anew when a file is
// saved, and tells the browsers.
//
// A build for the preview is always a whole one, with Hugo started afresh: any
// save changes the generated data that every page uses, so a warm Hugo renders
// everything too, and a fresh one cannot show what is stale. The search index
// follows after the pages; until it is there the previous one answers.
type Preview struct {
	Options            // Out and BaseURL are the preview's own
	Port    int        // 0 picks a free one
	Built   func(Turn) // hears the news

	mu      sync.Mutex
	state   state
	changed chan struct{} // closed when state is replaced
}

// Turn is news from a preview: the outcome of a build, or, with Took zero, what
// came out later about the pages that are shown.
type Turn struct {
	Address  string
	First    bool
	Took     time.Duration
	Findings []diag.Diagnostic
	Err      error // why the pages or the search index were not replaced
}

// state is what the browsers are shown. It is replaced, never changed.
type state struct {
	generation int64 // of the pages: rises when they are replaced
	serial     int64 // rises with every change
	ready      bool
	failure    string // why the last build failed, apart from findings
	failed     bool   // the pages are older than the sources
	findings   []diag.Diagnostic
	sources    map[string]string
	languages  []string
}

func (p *Preview) get() state {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.state
}

// set changes the state and wakes whoever waits for that.
func (p *Preview) set(change func(*state)) {
	p.mu.Lock()
	defer p.mu.Unlock()
	change(&p.state)
	p.state.serial++
	close(p.changed)
	p.changed = make(chan struct{})
}

func (p *Preview) generation() int64   { return p.get().generation }
func (p *Preview) ready() bool         { return p.get().ready }
func (p *Preview) languages() []string { return p.get().languages }

func (p *Preview) folder() string { return filepath.Join(p.Root, genName, "preview") }
func (p *Preview) pages() string  { return filepath.Join(p.folder(), "pages") }
func (p *Preview) search() string { return filepath.Join(p.folder(), "search") }

// Serve runs the preview until ctx ends.
func (p *Preview) Serve(ctx context.Context) error {
	p.Options = p.withDefaults()
	p.changed = make(chan struct{})
	p.state.generation = time.Now().UnixMilli() // above any that a browser remembers
	listener, err := listen(p.Port)
	if err != nil {
		return err
	}
	defer listener.Close()
	port := listener.Addr().(*net.TCPAddr).Port
	p.BaseURL = "http://localhost:" + strconv.Itoa(port) + "/"
	held, err := acquire(ctx, p.Root, "preview.lock", "serve on "+p.BaseURL, 0)
	if err != nil {
		return err
	}
	defer held.release()
	if err := os.RemoveAll(p.folder()); err != nil {
		return fileFailure("removing the previous preview", err)
	}
	defer os.RemoveAll(p.folder())
	return p.run(ctx, listener)
}

// run is the preview at work: a server, a watcher and a builder, of which the
// first that stops ends the others.
func (p *Preview) run(ctx context.Context, listener net.Listener) error {
	// The watcher is there before the first build, so that no save is missed.
	changes, err := watch(ctx, p.Root, p.Say)
	if err != nil {
		return err
	}
	group, ctx := errgroup.WithContext(ctx)
	server := &http.Server{Handler: p, ReadHeaderTimeout: 10 * time.Second, BaseContext: func(net.Listener) context.Context { return ctx }}
	group.Go(func() error { return serveOn(server, listener) })
	group.Go(func() error { return Guarded(func() error { return p.follow(ctx, changes) }) })
	group.Go(func() error {
		<-ctx.Done()
		return server.Close()
	})
	err = group.Wait()
	if errors.Is(err, context.Canceled) {
		return nil // being stopped is how a preview ends
	}
	return err
}

func serveOn(server *http.Server, listener net.Listener) error {
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return &Failure{Code: ExitEnvironment, Message: "the preview's server stopped", Err: err}
	}
	return nil
}

// follow builds once, and again after changes, until ctx ends.
func (p *Preview) follow(ctx context.Context, changes <-chan struct{}) error {
	for first := true; ; first = false {
		indexing, err := p.turn(ctx, first)
		if err != nil {
			return err
		}
		select {
		case <-ctx.Done():
			indexing()
			return ctx.Err()
		case <-changes:
			indexing() // an index of pages that are being replaced is of no use
		}
	}
}

// turn builds the pages, shows them, and starts indexing them. The function
// that it gives stops the indexing and waits for that.
func (p *Preview) turn(ctx context.Context, first bool) (stop func(), err error) {
	start := time.Now()
	r := Result{Out: p.pages()}
	var s *site.Site
	var pages *rendering
	err = Guarded(func() (err error) { s, pages, err = p.rebuild(ctx, &r); return err })
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if first && err != nil && !errors.Is(err, ErrFindings) {
		return nil, err // nothing that the next save could mend
	}
	p.show(r.Findings, s, pages, err)
	p.Built(Turn{Address: p.BaseURL, First: first, Took: time.Since(start), Findings: r.Findings, Err: err})
	if err != nil {
		return func() {}, nil
	}
	return p.finish(ctx, s, r), nil
}

// rebuild makes new pages and puts them in the place of the old ones. Files of
// a build in the same site are not in each other's way: both hold the lock
// while .gen is being written and read.
func (p *Preview) rebuild(ctx context.Context, r *Result) (*site.Site, *rendering, error) {
	held, err := acquire(ctx, p.Root, "lock", "serve", time.Minute)
	if err != nil {
		return nil, nil, err
	}
	defer held.release()
	s, err := p.prepare(r)
	if err != nil {
		return nil, nil, err
	}
	if err := ensurePackages(ctx, p.Root, p.Say); err != nil {
		return nil, nil, err
	}
	stage, err := openStage(r.Out)
	if err != nil {
		return nil, nil, err
	}
	defer stage.discard()
	p.Status("rendering pages")
	pages, err := p.renderInto(ctx, stage.dir, r)
	if err != nil {
		return nil, nil, err
	}
	return s, pages, stage.swap()
}

// show makes the outcome what the browsers see.
func (p *Preview) show(findings []diag.Diagnostic, s *site.Site, pages *rendering, err error) {
	p.set(func(now *state) {
		now.findings, now.failed, now.failure = findings, err != nil, ""
		if err != nil && !errors.Is(err, ErrFindings) {
			now.failure = err.Error()
		}
		if err == nil {
			now.ready = true
			now.generation++
			now.languages = s.Languages
			now.sources = pages.sources
		}
	})
}

// finish checks the new pages and makes their search index, behind the back of
// the reader who already sees them.
func (p *Preview) finish(ctx context.Context, s *site.Site, r Result) (stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		err := Guarded(func() error { return p.checkAndIndex(ctx, s, r) })
		if err != nil && ctx.Err() == nil {
			p.set(func(now *state) { now.failure = err.Error() })
			p.Built(Turn{Address: p.BaseURL, Err: err})
		}
	}()
	return func() {
		cancel()
		<-done
	}
}

func (p *Preview) checkAndIndex(ctx context.Context, s *site.Site, r Result) error {
	found, err := checkBuilt(p.pages(), s)
	if err != nil || ctx.Err() != nil {
		return errors.Join(err, ctx.Err())
	}
	if len(found) > 0 {
		r.add(found)
		p.set(func(now *state) { now.findings = r.Findings })
		p.Built(Turn{Address: p.BaseURL, Findings: found})
	}
	stage, failure := openStage(p.search())
	if failure != nil {
		return failure
	}
	defer stage.discard()
	group, groupCtx := errgroup.WithContext(ctx)
	for _, language := range s.Languages {
		group.Go(func() error {
			_, err := index(groupCtx, p.Root, p.pages(), stage.dir, language, s.Languages)
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	return stage.swap()
}

// listen takes a port on this machine's own addresses only. Taken ports are
// reported with one that is free.
func listen(port int) (net.Listener, error) {
	listener, err := listenLoopback(port)
	if err == nil {
		return listener, nil
	}
	if port == 0 || !errors.Is(err, errTaken) {
		return nil, &Failure{Code: ExitEnvironment, Message: fmt.Sprintf("cannot serve on port %d", port), Err: err,
			Hint: "choose another with wijzer serve --port N"}
	}
	for free := port + 1; free < port+100 && free <= 65535; free++ {
		if other, err := listenLoopback(free); err == nil {
			other.Close()
			return nil, Environment(fmt.Sprintf("port %d is free: wijzer serve --port %d", free, free), "port %d is in use", port)
		}
	}
	return nil, Environment("wijzer serve --port 0 picks a free one", "port %d is in use", port)
}

var errTaken = errors.New("in use")

// listenLoopback also looks at the other loopback address: a browser that finds
// another server there would show that one for localhost.
func listenLoopback(port int) (net.Listener, error) {
	listener, err := net.Listen("tcp4", fmt.Sprintf("127.0.0.1:%d", port))
	if isTaken(err) {
		return nil, errTaken
	}
	if err != nil || port == 0 {
		return listener, err
	}
	other, err := net.Listen("tcp6", fmt.Sprintf("[::1]:%d", port))
	if isTaken(err) {
		listener.Close()
		return nil, errTaken
	}
	if err == nil {
		other.Close()
	}
	return listener, nil
}
