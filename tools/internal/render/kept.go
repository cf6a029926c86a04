package render

import (
	"context"
	"maps"
	"path/filepath"
	"slices"

	"github.com/fsnotify/fsnotify"
	"github.com/gohugoio/hugo/hugofs"
	"github.com/gohugoio/hugo/hugolib"
	"github.com/gohugoio/hugo/hugolib/segments"
)

// Kept is a process that has read a site and stays, so that a page can be
// rendered as often as it is saved without reading the others again.
type Kept struct {
	Out   string // the folder that it renders into
	child *child
}

// Keep starts a process that reads a site, and returns when it has, with
// what it found. It renders nothing yet.
func Keep(ctx context.Context, request Request) (*Kept, Pages, error) {
	child, err := take()
	if err != nil {
		return nil, Pages{}, err
	}
	request.Stay = true
	found, err := child.ask(ctx, request)
	if err != nil {
		child.end()
		return nil, Pages{}, err
	}
	return &Kept{request.Out, child}, found, nil
}

// A Change says which pages to render, and what is new since the site was read.
type Change struct {
	Saved []string // files of pages, relative to the site: read them again, and render them
	Only  []string // Hugo's paths of other pages to render, in all languages
	Data  Data
}

// Data are pieces of the generated data: file without extension → language → key.
type Data map[string]map[string]map[string]any

// Again renders pages into the folder of the site that is kept. When that
// fails, or finds errors, Hugo may be left in any state: Close it. When ctx
// ends the process does too.
func (k *Kept) Again(ctx context.Context, change Change) (Pages, error) {
	return k.child.ask(ctx, change)
}

// Close ends the process.
func (k *Kept) Close() { k.child.end() }

// chosen are the pages that Hugo renders: all others are left out.
type chosen map[pageKey]bool

// A pageKey names a page: in the language with that index, at a path.
type pageKey struct {
	language int
	path     string
}

// ShouldExcludeCoarse is asked by Hugo of whole languages.
func (c chosen) ShouldExcludeCoarse(segments.SegmentQuery) bool { return false }

// ShouldExcludeFine is asked by Hugo of every page.
func (c chosen) ShouldExcludeFine(q segments.SegmentQuery) bool {
	return !c[pageKey{q.Site.Language(), q.Path}]
}

// read reads the site, and renders nothing.
func (r *rendering) read() (err error) {
	r.chosen = chosen{}
	r.sites, err = r.load(&r.source, hugofs.Os)
	if err != nil || r.sites == nil {
		return err
	}
	for _, config := range r.sites.Configs.LanguageConfigMap {
		config.Segments.Config.SegmentFilter = r.chosen
	}
	if err := r.failed(buildToTheEnd(r.sites, nil)); err != nil {
		return err
	}
	r.pages = map[string]pageKey{}
	for _, p := range r.sites.Pages() {
		if f := p.File(); f != nil {
			language := slices.Index(r.sites.Configs.Languages, p.Language())
			r.pages[r.relative(f.Filename())] = pageKey{language, p.Path()}
		}
	}
	return nil
}

// again renders some pages. Hugo reads what it hears was saved, as its own
// server does: for that it lists the folder, of which it sees no more.
func (r *rendering) again(change Change) (Pages, error) {
	r.Pages = Pages{}
	r.renew(change.Data)
	r.choose(change)
	var events []fsnotify.Event
	r.source.shown = map[string][]string{}
	for _, file := range change.Saved {
		saved := filepath.Join(r.Root, filepath.FromSlash(file))
		dir, name := filepath.Dir(saved), filepath.Base(saved)
		r.source.shown[dir] = append(r.source.shown[dir], name)
		events = append(events, fsnotify.Event{Name: saved, Op: fsnotify.Write})
	}
	config := hugolib.BuildCfg{NoBuildLock: true, PartialReRender: len(events) == 0}
	err := r.failed(r.sites.Build(config, events...))
	return r.Pages, err
}

// choose finds the pages that a change is about. It lists no others: a list
// of all takes Hugo longer than rendering one.
func (r *rendering) choose(change Change) {
	clear(r.chosen)
	for _, file := range change.Saved {
		r.chosen[r.pages[file]] = true
	}
	for _, path := range change.Only {
		for language := range r.sites.Configs.Languages {
			r.chosen[pageKey{language, path}] = true
		}
	}
}

// renew puts new pieces in the generated data that Hugo has read, which
// config.toml mounts as "gen".
func (r *rendering) renew(data Data) {
	generated, _ := r.sites.Data()["gen"].(map[string]any)
	for name, languages := range data {
		file, _ := generated[name].(map[string]any)
		for language, pieces := range languages {
			if known, ok := file[language].(map[string]any); ok {
				maps.Copy(known, pieces)
			}
		}
	}
}
