// Package build conducts the way from content to a finished site.
package build

import (
	"context"
	"os"
	"runtime/debug"
	"slices"
	"time"

	"comwijzer/tools/internal/check"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/export"
	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/publish"
	"comwijzer/tools/internal/render"
	"comwijzer/tools/internal/search"
	"comwijzer/tools/internal/site"
)

// Options say what to build.
type Options struct {
	Root    string       // the folder of the site
	Out     string       // where the result goes; empty: public/
	BaseURL string       // empty: what config.toml says
	Drafts  bool         // show these too, and pages whose day has not come: for a preview
	Today   time.Time    // the date that rules compare with
	Status  func(string) // hears what is being done, for a terminal; nil for silence
	Say     func(string) // hears what the user must know
}

// Result is what comes of a build. Findings are there also when it failed.
type Result struct {
	Out      string // the folder, absolute
	Indexed  int    // pages in the search indexes
	Findings []diag.Diagnostic
	Site     *site.Site // what was built, nil when the sources have errors
}

// Run builds the site. On failure, and when ctx ends, the out folder is as
// it was.
func Run(ctx context.Context, o Options) (r Result, err error) {
	o = o.WithDefaults()
	if r.Out, err = publish.ResolveOut(o.Root, o.Out); err != nil {
		return r, err
	}
	held, err := publish.Acquire(ctx, o.Root, "lock", "build", publish.Patience)
	if err != nil {
		return r, err
	}
	defer held.Release()
	render.Prepare()
	s, err := o.Prepare(&r)
	if err != nil {
		return r, err
	}
	r.Site = s
	stage, err := publish.OpenStage(r.Out)
	if err != nil {
		return r, err
	}
	defer stage.Discard()
	if err := o.fill(ctx, stage.Dir, s, &r); err != nil {
		return r, err
	}
	return r, stage.Swap()
}

// WithDefaults returns o with what was left out filled in.
func (o Options) WithDefaults() Options {
	silent := func(string) {}
	if o.Out == "" {
		o.Out = site.Published
	}
	if o.Status == nil {
		o.Status = silent
	}
	if o.Say == nil {
		o.Say = silent
	}
	return o
}

// Prepare loads and checks the sources, and writes what Hugo needs from
// them.
func (o Options) Prepare(r *Result) (*site.Site, error) {
	o.Status("checking content and data")
	look := Check
	if o.Drafts {
		look = checkWith
	}
	s, findings := look(o.Root, o.Today)
	r.Findings = findings
	if diag.HasErrors(findings) {
		return nil, failure.ErrFindings
	}
	s = o.At(s)
	_, err := WriteGenerated(o.Root, s)
	return s, err
}

// At returns the site as it is published, at the base URL that was asked
// for. A loaded site is not changed.
func (o Options) At(s *site.Site) *site.Site {
	s = s.AsPublished()
	if o.BaseURL == "" {
		return s
	}
	moved := *s
	moved.Config.BaseURL = o.BaseURL
	return &moved
}

// fill renders the site into dir, checks the pages and makes the search
// indexes.
func (o Options) fill(ctx context.Context, dir string, s *site.Site, r *Result) error {
	o.Status("rendering pages")
	debug.FreeOSMemory() // we wait while Hugo works: what checking left behind is room for it
	if _, err := o.Render(ctx, s, dir, r); err != nil {
		return err
	}
	o.Status("indexing and checking pages")
	indexed, large, err := Index(ctx, dir, dir, s)
	if err != nil {
		return err
	}
	r.Indexed = indexed
	r.Add(large)
	if err := r.Take(CheckPages(dir, s)); err != nil { // in the search indexes too
		return err
	}
	return ctx.Err()
}

// Render runs Hugo, which writes the pages into out, and adds its findings
// to r.
func (o Options) Render(ctx context.Context, s *site.Site, out string, r *Result) (render.Pages, error) {
	pages, err := render.Run(ctx, o.request(s, out))
	return pages, r.Take(pages.Findings, err)
}

// Keep starts a Hugo that stays, to render pages into out as they are
// saved, and adds to r what it finds while it reads the site.
func (o Options) Keep(ctx context.Context, s *site.Site, out string, r *Result) (*render.Kept, error) {
	kept, found, err := render.Keep(ctx, o.request(s, out))
	if err = r.Take(found.Findings, err); err != nil && kept != nil {
		kept.Close()
	}
	return kept, err
}

func (o Options) request(s *site.Site, out string) render.Request {
	return render.Request{Root: o.Root, Out: out, BaseURL: o.BaseURL, Hidden: internalTerms(s), Mounts: mounts(s), Drafts: o.Drafts}
}

// Take adds what was found, and returns an error when a finding is one.
func (r *Result) Take(found []diag.Diagnostic, err error) error {
	if err != nil {
		return err
	}
	r.Add(found)
	if diag.HasErrors(found) {
		return failure.ErrFindings
	}
	return nil
}

// Index makes the search indexes of all languages, from the pages in pages
// as folders in into: see search.Index.
func Index(ctx context.Context, pages, into string, s *site.Site) (int, []diag.Diagnostic, error) {
	lexicons, err := export.Lexicons(s)
	if err != nil {
		return 0, nil, err
	}
	return search.Index(ctx, pages, into, search.Known{
		Languages: s.Languages, Stops: export.Stops(s), Lexicons: lexicons, Asked: export.Asked(s), Weights: s.Config.Params.Weights,
	})
}

// CheckPages runs the rules for pages.
func CheckPages(dir string, s *site.Site) ([]diag.Diagnostic, error) {
	found, err := check.Built(os.DirFS(dir), s)
	return found, failure.File("reading the built pages", err)
}

// Add returns the result a new list: the old one may be in use elsewhere.
func (r *Result) Add(found []diag.Diagnostic) {
	r.Findings = diag.Sort(slices.Concat(r.Findings, found))
}

// internalTerms returns Hugo's paths of the terms that are not to be
// published.
func internalTerms(s *site.Site) (paths []string) {
	for _, t := range s.Terms {
		if t.Status == glossary.Internal {
			paths = append(paths, t.Lead.Path)
		}
	}
	return paths
}
