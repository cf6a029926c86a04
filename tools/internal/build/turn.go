package build

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

	"golang.org/x/sync/errgroup"

	"comwijzer/tools/internal/check"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

// A turn is what a preview does after a save.
type turn struct {
	*Preview
	changed []string // paths relative to the site; none for the first turn
	start   time.Time
	result  Result
	site    *site.Site
	held    *lock
	whole   bool // all pages are shown
}

// follow takes a turn at the start and after changes, until ctx ends.
func (p *Preview) follow(ctx context.Context, changes <-chan []string) error {
	var changed []string
	for {
		stop, err := p.turn(ctx, changed)
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

// turn shows what is new, and leaves what takes longer to the background. The
// function that it gives stops that and waits for it.
func (p *Preview) turn(ctx context.Context, changed []string) (stop func(), err error) {
	t := &turn{Preview: p, changed: changed, start: time.Now(), result: Result{Out: p.pages()}}
	first := len(changed) == 0
	shown := false
	err = Guarded(func() (err error) { shown, err = t.foreground(ctx, first); return err })
	switch {
	case ctx.Err() != nil:
		t.release()
		return nil, ctx.Err()
	case first && err != nil && !errors.Is(err, ErrFindings):
		t.release()
		return nil, err // nothing that the next save could mend
	case err != nil:
		t.release()
		t.fail(err)
		p.Built(Turn{Address: p.BaseURL, First: first, Took: time.Since(t.start), Findings: t.result.Findings, Err: err})
		return func() {}, nil
	case shown:
		p.Built(Turn{Address: p.BaseURL, First: first, Took: time.Since(t.start), Findings: t.result.Findings})
	}
	return t.background(ctx, shown, first), nil
}

func (t *turn) release() {
	if t.held != nil {
		t.held.release()
		t.held = nil
	}
}

// foreground does what somebody is waiting for, and reports whether there is
// something to see. It takes the lock, because a build writes .gen too.
func (t *turn) foreground(ctx context.Context, first bool) (shown bool, err error) {
	if t.held, err = acquire(ctx, t.Root, "lock", "serve", time.Minute); err != nil {
		return false, err
	}
	if first {
		return true, t.everything(ctx)
	}
	return t.some(ctx)
}

// everything is the first turn: like a build, but the search index comes later.
func (t *turn) everything(ctx context.Context) (err error) {
	if t.site, err = t.prepare(&t.result); err != nil {
		return err
	}
	if err := ensurePackages(ctx, t.Root, t.Say); err != nil {
		return err
	}
	return t.all(ctx)
}

// some renders a few pages and puts them over those that are shown. The rules
// are applied at the same time: together they decide how long a save takes.
func (t *turn) some(ctx context.Context) (shown bool, err error) {
	s, found := site.Load(os.DirFS(t.Root))
	checked := make(chan []diag.Diagnostic, 1)
	go func() { checked <- check.Source(s, t.Today) }()
	pages := &rendering{only: t.wanted()}
	stage, err := openStage(filepath.Join(t.folder(), "some"))
	if err != nil {
		return false, err
	}
	defer stage.discard()
	pages.out = stage.dir
	var rendered Result
	if !diag.HasErrors(found) {
		err = t.renderSome(ctx, s, pages, &rendered)
	}
	t.result.add(slices.Concat(found, <-checked))
	if diag.HasErrors(t.result.Findings) {
		return false, ErrFindings // what rendering said comes from these
	}
	t.site = t.at(s)
	t.result.add(rendered.Findings)
	if err != nil || len(pages.only) == 0 {
		return false, err
	}
	if err := overlay(stage.dir, t.pages()); err != nil {
		return false, fileFailure("showing the pages", err)
	}
	t.show(pages)
	return true, nil
}

// renderSome writes .gen, for these pages and the others, and renders pages.
func (t *turn) renderSome(ctx context.Context, s *site.Site, pages *rendering, r *Result) error {
	if _, err := writeGen(t.Root, t.at(s)); err != nil {
		return err
	}
	if err := ensurePackages(ctx, t.Root, t.Say); err != nil || len(pages.only) == 0 {
		return err
	}
	return t.hugo(ctx, s, pages, r)
}

// wanted gives Hugo's paths of the pages that come first: those that were saved
// and those that were looked at lately.
func (t *turn) wanted() []string {
	now := t.get()
	if !now.ready {
		return nil
	}
	var paths []string
	for _, file := range t.changed {
		if strings.HasPrefix(file, "content/") && path.Ext(file) == ".md" {
			paths = append(paths, hugoPath(file))
		}
	}
	t.mu.Lock()
	viewed := slices.Clone(t.viewed)
	t.mu.Unlock()
	for _, address := range slices.Backward(viewed) {
		if made, ok := now.sources[address]; ok && !slices.Contains(paths, made.Path) {
			paths = append(paths, made.Path)
		}
	}
	return paths[:min(len(paths), atOnce)]
}

// hugoPath gives the path in Hugo of the page that a file makes: without
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
func (t *turn) all(ctx context.Context) error {
	if t.last != nil {
		<-t.last.ended // a Hugo that was left alone; two of them would be slow
	}
	stage, err := openStage(t.result.Out)
	if err != nil {
		return err
	}
	defer stage.discard()
	pages := &rendering{out: stage.dir}
	t.last = pages
	if err := t.hugo(ctx, t.site, pages, &t.result); err != nil {
		return err
	}
	if err := stage.swap(); err != nil {
		return err
	}
	t.whole = true
	t.show(pages)
	return nil
}

func (t *turn) hugo(ctx context.Context, s *site.Site, pages *rendering, r *Result) error {
	t.Status("rendering pages")
	return t.render(ctx, s, pages, r)
}

// overlay moves the files in from to the same places in to, one by one.
func overlay(from, to string) error {
	return filepath.WalkDir(from, func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.Name() == markerName {
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
func (t *turn) show(pages *rendering) {
	t.set(func(now *state) {
		now.ready, now.failed, now.failure = true, false, ""
		now.findings = t.result.Findings
		now.languages = t.site.Languages
		now.sources = pages.sources
		if slices.ContainsFunc(t.changed, func(file string) bool { return strings.HasPrefix(file, "static/") }) {
			now.files++
		}
	})
}

// fail keeps what is shown and tells why.
func (t *turn) fail(err error) {
	t.set(func(now *state) {
		now.findings, now.failed, now.failure = t.result.Findings, !t.whole, ""
		if !errors.Is(err, ErrFindings) {
			now.failure = err.Error()
		}
	})
}

// breath is how long browsers get the machine for themselves, to load the pages
// that were just shown.
const breath = 250 * time.Millisecond

func pause(ctx context.Context, d time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
}

// background does the rest: all pages, the rules for pages, the search index.
func (t *turn) background(ctx context.Context, shown, first bool) (stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer t.release()
		defer t.Status("")
		err := Guarded(func() error { return t.rest(ctx, shown, first) })
		if err != nil && ctx.Err() == nil {
			t.fail(err)
			t.Built(Turn{Address: t.BaseURL, Findings: t.result.Findings, Err: err})
		}
	}()
	return func() {
		cancel()
		<-done
	}
}

func (t *turn) rest(ctx context.Context, shown, first bool) error {
	if shown && !first {
		pause(ctx, breath)
	}
	if !first {
		if err := t.all(ctx); err != nil {
			return err
		}
		if !shown {
			t.Built(Turn{Address: t.BaseURL, Took: time.Since(t.start), Findings: t.result.Findings})
		}
	}
	t.release()
	if err := t.checkPages(); err != nil {
		return err
	}
	return t.index(ctx)
}

// checkPages runs the rules for pages. What they find does not take pages away
// again: seeing them helps to mend them.
func (t *turn) checkPages() error {
	found, err := checkBuilt(t.pages(), t.site)
	if err != nil || len(found) == 0 {
		return err
	}
	t.result.add(found)
	t.set(func(now *state) { now.findings = t.result.Findings })
	t.Built(Turn{Address: t.BaseURL, Findings: found})
	return nil
}

// index makes the search indexes of all languages and puts them in the place of
// the old.
func (t *turn) index(ctx context.Context) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	stage, err := openStage(t.search())
	if err != nil {
		return err
	}
	defer stage.discard()
	group, groupCtx := errgroup.WithContext(ctx)
	for _, language := range t.site.Languages {
		group.Go(func() error {
			_, err := index(groupCtx, t.Root, t.pages(), stage.dir, language, t.site.Languages)
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	return stage.swap()
}
