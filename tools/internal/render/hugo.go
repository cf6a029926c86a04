package render

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"

	"github.com/bep/logg"
	"github.com/gohugoio/hugo/common/hmaps"
	"github.com/gohugoio/hugo/common/loggers"
	hugoconfig "github.com/gohugoio/hugo/config"
	"github.com/gohugoio/hugo/config/allconfig"
	"github.com/gohugoio/hugo/deps"
	"github.com/gohugoio/hugo/hugofs"
	"github.com/gohugoio/hugo/hugolib"
	"github.com/spf13/afero"
	"github.com/spf13/fsync"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/site"
)

// A rendering is one run of Hugo, or of one that stays all of them.
type rendering struct {
	Request
	Pages
	mu sync.Mutex // for Findings
	// Of one that stays:
	sites  *hugolib.HugoSites
	source sourceFs
	pages  map[string]pageKey // all that have a file, by that
	chosen chosen             // the pages that it renders now
}

// renderAll renders what is asked for. At ten pages with errors Hugo 0.165
// tells its workers to stop, and then may wait for ever for one of them to
// take the next page, without saying which errors there were. So when Hugo
// gives up it is asked again with a worker for every page; the first run is
// left alone, and ends with this process.
func renderAll(request Request, destination afero.Fs) (Pages, error) {
	r := &rendering{Request: request}
	err := r.render(destination, build)
	if gaveUp := (errGaveUp{}); errors.As(err, &gaveUp) {
		os.Setenv("HUGO_NUMWORKERMULTIPLIER", strconv.Itoa(gaveUp.pages))
		r = &rendering{Request: request}
		err = r.render(destination, buildToTheEnd)
	}
	return r.Pages, err
}

func (r *rendering) render(destination afero.Fs, build func(*hugolib.HugoSites, *sourceFs) error) error {
	source := &sourceFs{}
	sites, err := r.load(source, destination)
	if err != nil || sites == nil {
		return err
	}
	if err := r.copyStatic(sites, destination); err != nil {
		return failure.File("copying static files", err)
	}
	if err := build(sites, source); err != nil {
		return r.failed(err)
	}
	r.mapSources(sites)
	return nil
}

// load reads the configuration and the templates. It returns no sites when
// there are findings in these.
func (r *rendering) load(source, destination afero.Fs) (*hugolib.HugoSites, error) {
	flags := r.flags()
	logger := loggers.New(loggers.Options{
		StdOut: io.Discard, StdErr: io.Discard,
		Level: logg.LevelWarn, DistinctLevel: logg.LevelWarn,
		HandlerPost: r.logged,
	})
	configs, err := allconfig.LoadConfig(allconfig.ConfigSourceDescriptor{
		Flags:       flags,
		Fs:          hugofs.Os,
		Filename:    site.ConfigFile, // within workingDir: Hugo splits what stands here at commas
		Environment: "production",
		Environ:     []string{"HUGO="}, // an empty list would mean the real environment
		Logger:      logger,
	})
	if err != nil {
		return nil, r.failed(err)
	}
	if _, err := site.ParseBaseURL(configs.Base.BaseURL); err != nil {
		r.add(diag.Diagnostic{Position: diag.Position{File: site.ConfigFile}, Severity: diag.Error, Message: err.Error(),
			Hint: `write it in full: baseURL = "https://example.org/"`})
		return nil, nil
	}
	sites, err := hugolib.NewHugoSites(deps.DepsCfg{
		Configs:    configs,
		Fs:         hugofs.NewFromSourceAndDestination(source, destination, flags),
		TestLogger: logger, // the only way to get at the entries instead of their text
	})
	if err != nil {
		return nil, r.failed(err)
	}
	return sites, nil
}

// errGaveUp says that Hugo stopped because of errors, and may be stuck.
type errGaveUp struct{ pages int }

func (e errGaveUp) Error() string { return "hugo gave up" }

// build lets Hugo build, until it is done or gives up.
func build(sites *hugolib.HugoSites, source *sourceFs) error {
	done := make(chan error, 1)
	begun := make(chan (<-chan bool), 1)
	// Hugo replaces what it stops with at the start of a build: ask for it
	// when that has happened, which is when it reads content.
	source.opened = sync.OnceFunc(func() { begun <- sites.Done() })
	go func() { done <- buildToTheEnd(sites, source) }()
	var gaveUp <-chan bool
	for {
		select {
		case err := <-done:
			return err
		case gaveUp = <-begun:
		case <-gaveUp:
			return errGaveUp{len(sites.Pages())}
		}
	}
}

func buildToTheEnd(sites *hugolib.HugoSites, _ *sourceFs) error {
	return sites.Build(hugolib.BuildCfg{NoBuildLock: true})
}

// sourceFs tells when Hugo opens a file, if somebody wants to know, and can
// show it less than there is.
type sourceFs struct {
	afero.OsFs
	opened func()
	shown  map[string][]string // the only files of a folder that Hugo is to see, by folder
}

func (s *sourceFs) Open(name string) (afero.File, error) {
	if s.opened != nil {
		s.opened()
	}
	file, err := s.OsFs.Open(name)
	if shown, ok := s.shown[name]; ok && err == nil {
		return folder{file, shown}, nil
	}
	return file, err
}

// A folder lists only some of its files.
type folder struct {
	afero.File
	shown []string
}

// ReadDir returns these at once, whatever is asked for: Hugo asks for all.
func (f folder) ReadDir(int) (entries []fs.DirEntry, err error) {
	for _, name := range f.shown {
		info, err := os.Lstat(filepath.Join(f.Name(), name))
		if err != nil {
			return nil, err
		}
		entries = append(entries, fs.FileInfoToDirEntry(info))
	}
	return entries, nil
}

// UnwrapFilesystem lets Hugo see that these are real files.
func (s *sourceFs) UnwrapFilesystem() afero.Fs { return &s.OsFs }

// flags are the settings that the site's own configuration cannot change:
// where things go, and that the result depends on the site's files alone.
// No template starts a program, reads the environment or uses the network.
func (r *rendering) flags() hugoconfig.Provider {
	flags := hugoconfig.New()
	flags.Set("workingDir", r.Root)
	flags.Set("publishDir", r.Out)
	flags.Set("resourceDir", filepath.Join(r.Root, site.Generated, "resources"))
	flags.Set("cacheDir", filepath.Join(r.Root, site.Generated, "cache"))
	flags.Set("environment", "production")
	flags.Set("buildDrafts", r.Drafts)
	flags.Set("buildFuture", r.Drafts)
	flags.Set("internal", hmaps.Params{"running": false, "watch": r.Stay})
	flags.Set("security", hmaps.Params{
		"exec":  hmaps.Params{"allow": "none"},
		"funcs": hmaps.Params{"getenv": "none"},
		"http":  hmaps.Params{"urls": "none"},
	})
	if r.BaseURL != "" {
		flags.Set("baseURL", r.BaseURL)
	}
	if len(r.Mounts) > 0 {
		flags.Set("module", hmaps.Params{"mounts": r.mounts()})
	}
	if len(r.Hidden) > 0 {
		flags.Set("cascade", r.unbuilt())
	}
	return flags
}

func (r *rendering) mounts() (mounts []map[string]any) {
	for _, m := range r.Mounts {
		mounts = append(mounts, map[string]any{"source": m.Source, "target": m.Target})
	}
	return mounts
}

// unbuilt tells Hugo to make nothing of the hidden pages, and to list them nowhere.
func (r *rendering) unbuilt() (cascade []map[string]any) {
	for _, path := range r.Hidden {
		cascade = append(cascade, map[string]any{
			"target": hmaps.Params{"path": path},
			"build":  hmaps.Params{"render": "never", "list": "never", "publishResources": false},
		})
	}
	return cascade
}

// copyStatic does what the hugo command does outside the library. Times and
// modes are not copied: they would make two builds differ.
func (r *rendering) copyStatic(sites *hugolib.HugoSites, destination afero.Fs) error {
	for _, static := range sites.BaseFs.Static {
		syncer := fsync.NewSyncer()
		syncer.NoTimes, syncer.NoChmod = true, true
		syncer.SrcFs = static.Fs
		syncer.DestFs = hugofs.NewBasePathFs(destination, r.Out)
		if err := syncer.Sync("/", "/"); err != nil && !os.IsNotExist(err) {
			return err
		}
	}
	return nil
}

// mapSources remembers which file each page was made from, so that findings
// can be shown on the page that they are about.
func (r *rendering) mapSources(sites *hugolib.HugoSites) {
	r.Sources = map[string]Source{}
	for _, p := range sites.Pages() {
		made := Source{Path: p.Path()}
		if f := p.File(); f != nil {
			made.File = r.relative(f.Filename())
		}
		r.Sources[p.RelPermalink()] = made
	}
}

// relative returns a path as findings show it.
func (r *rendering) relative(path string) string {
	rel, err := filepath.Rel(r.Root, path)
	if err != nil || strings.HasPrefix(rel, "..") {
		return filepath.ToSlash(path)
	}
	return filepath.ToSlash(rel)
}
