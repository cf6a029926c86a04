package preview

import (
	"context"
	"errors"
	"path"
	"slices"
	"strings"
	"time"

	"comwijzer/tools/internal/build"
	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/publish"
	"comwijzer/tools/internal/render"
	"comwijzer/tools/internal/site"
)

// A rebuild is what a preview does at the start and after a save.
type rebuild struct {
	*Preview
	saved   []string // paths relative to the site; none for the first
	changed []string // the same, with those that no rebuild before could show
	start   time.Time
	result  build.Result
	site    *site.Site
	held    *publish.Lock
	shown   bool          // some pages are, or all
	whole   bool          // all pages are
	done    chan struct{} // closed when nothing is done any more
}

// follow rebuilds at the start and after changes, until ctx ends. What the rebuild
// before has left to do is stopped by a save, which does not wait for that.
func (p *Preview) follow(ctx context.Context, changes <-chan []string) error {
	last := &rebuild{whole: true, done: make(chan struct{})}
	close(last.done)
	for saved := []string(nil); ; {
		b := &rebuild{Preview: p, saved: saved, start: time.Now(), result: build.Result{Out: p.pages()}, done: make(chan struct{})}
		own, stop := context.WithCancel(ctx)
		b.showSaved(own)
		fatal := make(chan error, 1)
		go b.after(own, ctx, last, fatal)
		var err error
		select {
		case <-ctx.Done():
			err = ctx.Err()
		case err = <-fatal:
		case saved = <-changes:
		}
		stop()
		if err != nil {
			<-b.done
			return err
		}
		last = b
	}
}

// after does what showSaved left, when the rebuild before is done.
func (b *rebuild) after(ctx, life context.Context, last *rebuild, fatal chan<- error) {
	defer close(b.done)
	<-last.done
	b.changed = slices.Clone(b.saved)
	if !last.whole {
		b.changed = append(b.changed, slices.DeleteFunc(last.changed, func(file string) bool { return slices.Contains(b.saved, file) })...)
	}
	err := failure.Guarded(func() error { return b.everything(ctx, life) })
	b.release()
	b.Status("")
	if ctx.Err() == nil {
		b.searchable.Do(func() { close(b.indexed) })
	}
	switch {
	case err == nil || ctx.Err() != nil:
	case b.isFirst() && !errors.Is(err, failure.ErrFindings):
		fatal <- err // nothing that the next save could mend
	default:
		b.fail(err)
		b.tell(0, err)
	}
}

func (b *rebuild) release() {
	if b.held != nil {
		b.held.Release()
		b.held = nil
	}
}

// everything looks at the whole site and shows it. It takes the lock for as
// long as Hugo reads .gen, because a build writes that too.
func (b *rebuild) everything(ctx, life context.Context) (err error) {
	if b.held, err = publish.Acquire(ctx, b.Root, "lock", "serve", time.Minute); err != nil {
		return err
	}
	if err := b.sources(ctx); err != nil {
		return err
	}
	first := !b.get().ready
	if !first {
		if err := b.looked(ctx, life); err != nil {
			return err
		}
	}
	if err := b.all(ctx); err != nil {
		return err
	}
	if first {
		if next, err := b.newKept(ctx); err == nil {
			b.keep(next)
		}
	}
	b.release()
	if err := b.checkPages(); err != nil {
		return err
	}
	return b.index(ctx)
}

// sources loads and checks the site, and tells what is found as soon as it is known.
func (b *rebuild) sources(ctx context.Context) (err error) {
	if b.site, err = b.Prepare(&b.result); err != nil {
		return err
	}
	return b.place(ctx, func() error {
		b.known = b.site
		b.set(func(now *state) { now.findings, now.failed, now.failure = b.result.Findings, false, "" })
		if b.shown {
			b.tell(0, nil)
		}
		return nil
	})
}

// wanted returns Hugo's paths of the pages that come first: those that were
// saved and those that were looked at lately.
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
	b.Status("rendering pages")
	pages, err := b.Render(ctx, b.site, stage.Dir, &b.result)
	if err != nil {
		return err
	}
	return b.place(ctx, func() error {
		if err := stage.Swap(); err != nil {
			return err
		}
		b.whole = true
		b.show(pages.Sources)
		return nil
	})
}

// show makes new pages what the browsers see.
func (b *rebuild) show(sources map[string]render.Source) {
	b.set(func(now *state) {
		now.ready, now.failed, now.failure = true, false, ""
		now.findings = b.result.Findings
		now.languages = b.site.Languages
		now.sources = sources
		if slices.ContainsFunc(b.changed, func(file string) bool { return strings.HasPrefix(file, "static/") }) {
			now.files++
		}
	})
	if !b.shown {
		b.shown = true
		b.tell(time.Since(b.start), nil)
	}
}

// tell says what is found in the sources, and how long pages took that are shown now.
func (b *rebuild) tell(took time.Duration, err error) {
	first := b.isFirst()
	b.mu.Lock()
	b.told = true
	b.mu.Unlock()
	b.Built(News{Address: b.BaseURL, First: first, Took: took, About: Sources, Findings: b.result.Findings, Err: err})
}

// isFirst reports whether nobody has heard yet what became of the site.
func (p *Preview) isFirst() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return !p.told
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

// checkPages runs the rules for pages. What they find does not take pages
// away again: seeing them helps to mend them.
func (b *rebuild) checkPages() error {
	found, err := build.CheckPages(b.pages(), b.site)
	if err != nil || len(found) == 0 {
		return err
	}
	b.result.Add(found)
	b.set(func(now *state) { now.findings = b.result.Findings })
	b.Built(News{Address: b.BaseURL, About: Pages, Findings: found})
	return nil
}

// index makes the search indexes of all languages and puts them in the
// place of the old.
func (b *rebuild) index(ctx context.Context) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	stage, err := publish.OpenStage(b.search())
	if err != nil {
		return err
	}
	defer stage.Discard()
	if _, _, err := build.Index(ctx, b.pages(), stage.Dir, b.site); err != nil {
		return err
	}
	return stage.Swap()
}
