// Package preview shows the site while it is written: a server, a watcher
// and a builder.
package preview

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"comwijzer/tools/internal/build"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/publish"
	"comwijzer/tools/internal/render"
	"comwijzer/tools/internal/site"
)

// A Preview serves the site on this machine only, builds it anew when a
// file is saved, and tells the browsers.
//
// After a save the saved page comes first, by a Hugo that is kept for that:
// this costs the same whatever the size of the site. Then the rules, the
// pages that somebody looks at, all pages by a Hugo that starts afresh, so
// that nothing stale stays, and the search index. Until that is there the
// previous index answers.
type Preview struct {
	build.Options            // Out and BaseURL are the preview's own
	Port          int        // 0 picks a free one
	Built         func(News) // hears the news

	Lang      string                      // of the panel on the pages, "" for the program's own
	Translate func(english string) string // into it; nil leaves it

	mu      sync.Mutex
	state   state
	changed chan struct{} // closed when state is replaced
	viewed  []string      // addresses asked for lately, the latest last
	told    bool          // that the first pages are there, or why not

	indexed    chan struct{} // closed when there is a search index, or it is known that there is none
	searchable sync.Once

	placing sync.Mutex   // for what is served, and these:
	kept    *render.Kept // nil when there is none
	known   *site.Site   // as it was loaded last
}

// News comes from a preview.
type News struct {
	Address  string
	First    bool
	Took     time.Duration // from the save to the pages that are shown now; 0 when none are new
	About    Subject
	Findings []diag.Diagnostic // all about that
	Err      error             // why the pages or the search index were not replaced
}

// A Subject is what findings are about.
type Subject string

// The subjects. That of a page that is shown before the rules have looked is Nothing.
const (
	Nothing Subject = ""
	Sources Subject = "sources"
	Pages   Subject = "pages"
)

// atOnce is how many pages come first after a save.
const atOnce = 4

// state is what the browsers are shown. It is replaced, never changed.
type state struct {
	serial    int64 // rises with every change
	files     int64 // rises when files change that have the same address after it
	ready     bool
	failure   string // why the last build failed, apart from findings
	failed    bool   // the pages are older than the sources
	findings  []diag.Diagnostic
	sources   map[string]render.Source
	languages []string
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

// look remembers that somebody looks at an address.
func (p *Preview) look(address string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.viewed = append(slices.DeleteFunc(p.viewed, func(old string) bool { return old == address }), address)
	p.viewed = p.viewed[max(0, len(p.viewed)-atOnce):]
}

func (p *Preview) folder() string { return filepath.Join(p.Root, site.Generated, "preview") }
func (p *Preview) pages() string  { return filepath.Join(p.folder(), "pages") }
func (p *Preview) search() string { return filepath.Join(p.folder(), "search") }

// Serve runs the preview until ctx ends.
func (p *Preview) Serve(ctx context.Context) error {
	p.Options = p.WithDefaults()
	p.changed, p.indexed = make(chan struct{}), make(chan struct{})
	listener, err := listen(p.Port)
	if err != nil {
		return err
	}
	defer listener.Close()
	p.BaseURL = fmt.Sprintf("http://localhost:%d/", listener.Addr().(*net.TCPAddr).Port)
	held, err := publish.Acquire(ctx, p.Root, "preview.lock", "serve on "+p.BaseURL, 0)
	if err != nil {
		return err
	}
	defer held.Release()
	if err := os.RemoveAll(p.folder()); err != nil {
		return failure.File("removing the previous preview", err)
	}
	defer os.RemoveAll(p.folder())
	defer p.keep(nil)
	return p.run(ctx, listener)
}

// run is the preview at work: a server, a watcher and a builder, of which
// the first that stops ends the others.
func (p *Preview) run(ctx context.Context, listener net.Listener) error {
	// The watcher is there before the first build, so that no save is missed.
	changes, err := watch(ctx, p.Root, p.Say)
	if err != nil {
		return err
	}
	group, ctx := errgroup.WithContext(ctx)
	server := newServer(ctx, p)
	group.Go(func() error { return serveOn(server, listener) })
	group.Go(func() error { return p.follow(ctx, changes) })
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
		return &failure.Error{Code: failure.ExitEnvironment, Message: "the preview's server stopped", Err: err}
	}
	return nil
}

// newServer returns a server that closes connections on which nothing
// comes. The stream that tells of new pages is open, not idle.
func newServer(ctx context.Context, handler http.Handler) *http.Server {
	return &http.Server{
		Handler: handler, ReadHeaderTimeout: 10 * time.Second, IdleTimeout: time.Minute,
		BaseContext: func(net.Listener) context.Context { return ctx },
	}
}
