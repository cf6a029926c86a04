package preview

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"comwijzer/tools/internal/build"
	"comwijzer/tools/internal/check"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/publish"
	"comwijzer/tools/internal/render"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/toolchain"
)

// A rebuild is what a preview does after a save.
type rebuild struct {
	*Preview
	changed []string // paths relative to the site; none for the first
	start   time.Time
	result  build.Result
	site    *site.Site
	held    *publish.Lock
	shown   bool // some pages are, or all
	whole   bool // all pages are
}

// follow rebuilds at the start and after changes, until ctx ends.
func (p *Preview) follow(ctx context.Context, changes <-chan []string) error {
	var changed []string
	for {
		stop, err := p.rebuild(ctx, changed)
		if err != nil {
			return err
		}
		select {
		case <-ctx.Done():
			stop()
			return ctx.Err()
		case changed = <-changes:
			stop() // nobody waits any more for pages that are about to be replaced
		}
	}
}

// rebuild shows what is new, and leaves what takes longer to the background. The
// function that it returns stops that and waits for it.
func (p *Preview) rebuild(ctx context.Context, changed []string) (stop func(), err error) {
	b := &rebuild{Preview: p, changed: changed, start: time.Now(), result: build.Result{Out: p.pages()}}
	err = failure.Guarded(func() error { return b.foreground(ctx) })
	if ctx.Err() != nil {
		err = ctx.Err()
	}
	if err == nil {
		return b.background(ctx), nil
	}
	b.release()
	if ctx.Err() != nil || b.isFirst() && !errors.Is(err, failure.ErrFindings) {
		return nil, err // nothing that the next save could mend
	}
	b.fail(err)
	b.tell(err)
	return func() {}, nil
}

func (b *rebuild) isFirst() bool { return len(b.changed) == 0 }

// tell says that what was asked for is there, or why it is not.
func (b *rebuild) tell(err error) {
	b.Built(News{Address: b.BaseURL, First: b.isFirst(), Took: time.Since(b.start), Findings: b.result.Findings, Err: err})
}

func (b *rebuild) release() {
	if b.held != nil {
		b.held.Release()
		b.held = nil
	}
}

// foreground does what somebody is waiting for. It takes the lock, because a
// build writes .gen too.
func (b *rebuild) foreground(ctx context.Context) (err error) {
	if b.held, err = publish.Acquire(ctx, b.Root, "lock", "serve", time.Minute); err != nil {
		return err
	}
	if b.isFirst() {
		err = b.everything(ctx)
	} else {
		err = b.some(ctx)
	}
	if err == nil && b.shown && ctx.Err() == nil {
		b.tell(nil)
	}
	return err
}

// everything is the first rebuild: like a build, but the search index comes later.
func (b *rebuild) everything(ctx context.Context) (err error) {
	if b.site, err = b.Prepare(&b.result); err != nil {
		return err
	}
	if err := toolchain.EnsurePackages(ctx, b.Root, b.Say); err != nil {
		return err
	}
	return b.all(ctx)
}

// some renders a few pages and puts them over those that are shown. The rules
// are applied at the same time: together they decide how long a save takes.
func (b *rebuild) some(ctx context.Context) error {
	render.Prepare()
	s, found := site.Load(os.DirFS(b.Root))
	checked := make(chan []diag.Diagnostic, 1)
	go func() { checked <- check.Source(s, b.Today) }()
	wanted := b.wanted()
	stage, err := publish.OpenStage(filepath.Join(b.folder(), "some"))
	if err != nil {
		return err
	}
	defer stage.Discard()
	var rendered build.Result
	var pages render.Pages
	if !diag.HasErrors(found) {
		pages, err = b.renderSome(ctx, s, render.Request{Out: stage.Dir, Only: wanted}, &rendered)
	}
	b.result.Add(slices.Concat(found, <-checked))
	if diag.HasErrors(b.result.Findings) {
		return failure.ErrFindings // what rendering said comes from these
	}
	b.site = b.At(s)
	b.result.Add(rendered.Findings)
	if err != nil || len(wanted) == 0 {
		return err
	}
	if err := overlay(stage.Dir, b.pages()); err != nil {
		return failure.File("showing the pages", err)
	}
	b.show(pages)
	return nil
}

// renderSome writes .gen, for these pages and the others, and renders pages.
func (b *rebuild) renderSome(ctx context.Context, s *site.Site, request render.Request, r *build.Result) (pages render.Pages, err error) {
	if _, err = build.WriteGenerated(b.Root, b.At(s)); err != nil {
		return pages, err
	}
	if err = toolchain.EnsurePackages(ctx, b.Root, b.Say); err != nil || len(request.Only) == 0 {
		return pages, err
	}
	return b.hugo(ctx, s, request, r)
}

// wanted returns Hugo's paths of the pages that come first: those that were saved
// and those that were looked at lately.
func (b *rebuild) wanted() []string {
	now := b.get()
	if !now.ready {
		return nil
	}
	var paths []string
	for _, file := range b.changed {
		if strings.HasPrefix(file, "content/") && path.Ext(file) == ".md" {
			paths = append(paths, hugoPath(file))
		}
	}
	b.mu.Lock()
	viewed := slices.Clone(b.viewed)
	b.mu.Unlock()
	for _, address := range slices.Backward(viewed) {
		if made, ok := now.sources[address]; ok && !slices.Contains(paths, made.Path) {
			paths = append(paths, made.Path)
		}
	}
	return paths[:min(len(paths), atOnce)]
}

// hugoPath returns the path in Hugo of the page that a file makes: without
// language and extension, and that of the folder for its own page.
func hugoPath(file string) string {
	dir, base := path.Split(strings.TrimPrefix(file, "content"))
	name, _, _ := strings.Cut(base, ".")
	if name == "_index" || name == "index" {
		name = ""
	}
	return strings.ToLower(path.Join("/", dir, name))
}

// all renders every page and puts the result in the place of what is shown.
func (b *rebuild) all(ctx context.Context) error {
	stage, err := publish.OpenStage(b.result.Out)
	if err != nil {
		return err
	}
	defer stage.Discard()
	pages, err := b.hugo(ctx, b.site, render.Request{Out: stage.Dir}, &b.result)
	if err != nil {
		return err
	}
	if err := stage.Swap(); err != nil {
		return err
	}
	b.whole = true
	b.show(pages)
	return nil
}

func (b *rebuild) hugo(ctx context.Context, s *site.Site, request render.Request, r *build.Result) (render.Pages, error) {
	b.Status("rendering pages")
	return b.Render(ctx, s, request, r)
}

// overlay moves the files in from to the same places in to, one by one.
func overlay(from, to string) error {
	return filepath.WalkDir(from, func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.Name() == publish.Marker {
			return err
		}
		rel, err := filepath.Rel(from, file)
		if err != nil {
			return err
		}
		if entry.IsDir() {
			return os.MkdirAll(filepath.Join(to, rel), 0o777)
		}
		return os.Rename(file, filepath.Join(to, rel))
	})
}

// show makes new pages what the browsers see.
func (b *rebuild) show(pages render.Pages) {
	b.shown = true
	b.set(func(now *state) {
		now.ready, now.failed, now.failure = true, false, ""
		now.findings = b.result.Findings
		now.languages = b.site.Languages
		now.sources = pages.Sources
		if slices.ContainsFunc(b.changed, func(file string) bool { return strings.HasPrefix(file, "static/") }) {
			now.files++
		}
	})
}

// fail keeps what is shown and tells why.
func (b *rebuild) fail(err error) {
	b.set(func(now *state) {
		now.findings, now.failed, now.failure = b.result.Findings, !b.whole, ""
		if !errors.Is(err, failure.ErrFindings) {
			now.failure = err.Error()
		}
	})
}

// breath is how long browsers get the machine for themselves, to load the pages
// that were just shown.
const breath = 250 * time.Millisecond

// background does the rest: all pages, the rules for pages, the search index.
func (b *rebuild) background(ctx context.Context) (stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer b.release()
		defer b.Status("")
		err := failure.Guarded(func() error { return b.rest(ctx) })
		if err != nil && ctx.Err() == nil {
			b.fail(err)
			b.Built(News{Address: b.BaseURL, Findings: b.result.Findings, Err: err})
		}
	}()
	return func() {
		cancel()
		<-done
	}
}

func (b *rebuild) rest(ctx context.Context) error {
	if !b.whole {
		if err := b.others(ctx); err != nil {
			return err
		}
	}
	b.release()
	if err := b.checkPages(); err != nil {
		return err
	}
	if err := b.index(ctx); err != nil {
		return err
	}
	render.Prepare() // for the next save
	return nil
}

// others renders every page after a save, also those that are not shown yet.
func (b *rebuild) others(ctx context.Context) error {
	if b.shown {
		select {
		case <-ctx.Done():
		case <-time.After(breath):
		}
		return b.all(ctx)
	}
	err := b.all(ctx)
	if err == nil {
		b.tell(nil)
	}
	return err
}

// checkPages runs the rules for pages. What they find does not take pages away
// again: seeing them helps to mend them.
func (b *rebuild) checkPages() error {
	found, err := build.CheckPages(b.pages(), b.site)
	if err != nil || len(found) == 0 {
		return err
	}
	b.result.Add(found)
	b.set(func(now *state) { now.findings = b.result.Findings })
	b.Built(News{Address: b.BaseURL, Findings: found})
	return nil
}

// index makes the search indexes of all languages and puts them in the place of
// the old.
func (b *rebuild) index(ctx context.Context) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	stage, err := publish.OpenStage(b.search())
	if err != nil {
		return err
	}
	defer stage.Discard()
	if _, err := build.Index(ctx, b.pages(), stage.Dir, b.site); err != nil {
		return err
	}
	return stage.Swap()
}
