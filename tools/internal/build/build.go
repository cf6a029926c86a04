// Package build is the pipeline from content to a finished site: it is the only
// importer of Hugo and the only place that starts other programs.
//
// Its promise is that the out folder always is a whole, good build. Everything
// is made in a stage beside it, and the stage takes its place in one step after
// nothing failed.
package build

import (
	"context"
	"os"
	"slices"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"comwijzer/tools/internal/built"
	"comwijzer/tools/internal/check"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

// patience is how long a command waits for another on the same site. A preview
// holds the lock for less; a build holds it longer, and then waiting in silence
// would look like hanging.
const patience = 2 * time.Second

// Options say what to build.
type Options struct {
	Root    string       // the folder of the site
	Out     string       // where the result goes; empty: public/
	BaseURL string       // empty: what config.toml says
	Today   time.Time    // the date that rules compare with
	Status  func(string) // hears what is being done, for a terminal; nil for silence
	Say     func(string) // hears what the user must know, such as an installation
}

// Result is what a build gives. Findings are there also when it failed.
type Result struct {
	Out      string // the folder, absolute
	Indexed  int    // pages in the search indexes
	Findings []diag.Diagnostic
}

// Run builds the site. On failure, and when ctx ends, the out folder is as it
// was.
func Run(ctx context.Context, o Options) (r Result, err error) {
	o = o.withDefaults()
	if r.Out, err = resolveOut(o.Root, o.Out); err != nil {
		return r, err
	}
	held, err := acquire(ctx, o.Root, "lock", "build", patience)
	if err != nil {
		return r, err
	}
	defer held.release()
	s, err := o.prepare(&r)
	if err != nil {
		return r, err
	}
	if err := ensurePackages(ctx, o.Root, o.Say); err != nil {
		return r, err
	}
	stage, err := openStage(r.Out)
	if err != nil {
		return r, err
	}
	defer stage.discard()
	if err := o.fill(ctx, stage.dir, s, &r); err != nil {
		return r, err
	}
	return r, stage.swap()
}

func (o Options) withDefaults() Options {
	silent := func(string) {}
	if o.Out == "" {
		o.Out = outName
	}
	if o.Status == nil {
		o.Status = silent
	}
	if o.Say == nil {
		o.Say = silent
	}
	return o
}

// prepare loads and checks the sources, and writes what Hugo needs from them.
func (o Options) prepare(r *Result) (*site.Site, error) {
	o.Status("checking content and data")
	s, findings := Check(o.Root, o.Today)
	r.Findings = findings
	if diag.HasErrors(findings) {
		return nil, ErrFindings
	}
	s = o.at(s)
	_, err := writeGen(o.Root, s)
	return s, err
}

// at gives the site at the base URL that was asked for. A loaded site is not
// changed.
func (o Options) at(s *site.Site) *site.Site {
	if o.BaseURL == "" {
		return s
	}
	moved := *s
	moved.Config.BaseURL = o.BaseURL
	return &moved
}

// fill renders the site into dir, checks the pages and makes the search indexes.
func (o Options) fill(ctx context.Context, dir string, s *site.Site, r *Result) error {
	o.Status("rendering pages")
	if err := o.render(ctx, s, &rendering{out: dir}, r); err != nil {
		return err
	}
	o.Status("indexing and checking pages")
	var indexed sync.Mutex
	group, groupCtx := errgroup.WithContext(ctx) // the first fault stops the rest
	for _, language := range s.Languages {
		group.Go(func() error {
			n, err := index(groupCtx, o.Root, dir, dir, language, s.Languages)
			indexed.Lock()
			defer indexed.Unlock()
			r.Indexed += n
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	if err := addBuiltFindings(dir, s, r); err != nil { // in the search indexes too
		return err
	}
	return ctx.Err()
}

// render runs Hugo and adds its findings to r.
func (o Options) render(ctx context.Context, s *site.Site, pages *rendering, r *Result) error {
	pages.root, pages.baseURL, pages.hidden = o.Root, o.BaseURL, internalTerms(s)
	if err := pages.run(ctx); err != nil {
		return err
	}
	r.add(pages.findings)
	if diag.HasErrors(pages.findings) {
		return ErrFindings
	}
	return nil
}

func addBuiltFindings(dir string, s *site.Site, r *Result) error {
	found, err := checkBuilt(dir, s)
	r.add(found)
	if err == nil && diag.HasErrors(found) {
		err = ErrFindings
	}
	return err
}

// checkBuilt runs the rules for pages.
func checkBuilt(dir string, s *site.Site) ([]diag.Diagnostic, error) {
	pages, err := built.Read(os.DirFS(dir))
	if err != nil {
		return nil, fileFailure("reading the built pages", err)
	}
	return check.Built(pages, s), nil
}

// add gives the result a new list: the old one may be in use elsewhere.
func (r *Result) add(found []diag.Diagnostic) {
	r.Findings = diag.Sort(slices.Concat(r.Findings, found))
}
