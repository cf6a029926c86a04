package preview

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"comwijzer/tools/internal/build"
	"comwijzer/tools/internal/export"
	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/render"
)

// keep puts a Hugo in the place of the one that was kept before.
func (p *Preview) keep(next *render.Kept) {
	p.placing.Lock()
	defer p.placing.Unlock()
	p.let(next)
}

func (p *Preview) let(next *render.Kept) {
	if p.kept != nil {
		p.kept.Close()
		os.RemoveAll(p.kept.Out)
	}
	p.kept = next
}

// newKept starts a Hugo that reads the site as it is now. What it warns of
// is found again when all pages are rendered.
func (b *rebuild) newKept(ctx context.Context) (*render.Kept, error) {
	dir, err := os.MkdirTemp(b.folder(), "kept-")
	if err != nil {
		return nil, failure.File("making a folder to render in", err)
	}
	var r build.Result
	hugo, err := b.Keep(ctx, b.site, dir, &r)
	if err != nil {
		b.result.Add(r.Findings)
	}
	return hugo, err
}

// again renders pages and puts them over those that are shown. Who calls it
// holds the lock. A Hugo that fails is let go.
func (p *Preview) again(ctx context.Context, change render.Change) (r build.Result, err error) {
	pages, err := p.kept.Again(ctx, change)
	if err = r.Take(pages.Findings, err); err == nil {
		err = failure.File("showing the pages", overlay(p.kept.Out, p.pages()))
	}
	if err != nil {
		p.let(nil)
	}
	return r, err
}

// showSaved shows the pages that were saved, before anything else is looked at. Where
// that is not enough, or goes wrong, everything does it, and says so.
func (b *rebuild) showSaved(ctx context.Context) {
	b.placing.Lock()
	defer b.placing.Unlock()
	err := failure.Guarded(func() error { return b.savedPages(ctx) })
	if err == nil && b.shown {
		b.set(func(*state) {}) // browsers look whether their page is another now
		b.Built(News{Address: b.BaseURL, Took: time.Since(b.start)})
	}
}

func (b *rebuild) savedPages(ctx context.Context) error {
	if b.kept == nil || len(b.saved) == 0 {
		return nil
	}
	again, pages := b.known.Reread(b.saved)
	if len(pages) == 0 {
		return nil
	}
	_, err := b.again(ctx, render.Change{Saved: b.saved, Data: export.Fresh(again, pages)})
	if err == nil {
		b.known, b.shown = again, true
	}
	return err
}

// looked renders first what was saved and what somebody looks at, by a new
// Hugo, which stays for the next save, and so until life ends.
func (b *rebuild) looked(ctx, life context.Context) error {
	wanted := b.wanted()
	next, err := b.newKept(ctx)
	if err != nil {
		return err
	}
	b.keep(next)
	if len(wanted) == 0 {
		return nil
	}
	return b.place(ctx, func() error {
		r, err := b.again(life, render.Change{Only: wanted})
		if err != nil {
			b.result.Add(r.Findings)
			return err
		}
		b.show(b.get().sources)
		return nil
	})
}

// place changes what is served, unless a later save has come in between.
func (b *rebuild) place(ctx context.Context, do func() error) error {
	b.placing.Lock()
	defer b.placing.Unlock()
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return do()
}

// overlay moves the files in from to the same places in to, one by one.
func overlay(from, to string) error {
	return filepath.WalkDir(from, func(file string, entry fs.DirEntry, err error) error {
		if err != nil {
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
