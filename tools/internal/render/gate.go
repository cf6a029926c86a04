package render

import (
	"io/fs"
	"os"
	"sync"

	"github.com/spf13/afero"
)

// gateFs is a file system to write to until it is closed. After that writing
// still works, but in memory, where nobody looks: Hugo gets stuck on errors.
// It remembers the first error in writing, which Hugo may not live to tell.
type gateFs struct {
	afero.Fs
	mu     sync.RWMutex
	closed afero.Fs

	once  sync.Mutex
	first error
}

func (g *gateFs) close() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.closed = afero.NewMemMapFs()
}

// enter gives the file system to use. The caller calls leave when done with it.
func (g *gateFs) enter() (now afero.Fs, leave func()) {
	g.mu.RLock()
	if g.closed != nil {
		return g.closed, g.mu.RUnlock
	}
	return g.Fs, g.mu.RUnlock
}

// note keeps the first error that is not a missing folder: Hugo tries without
// making folders first.
func (g *gateFs) note(err error) error {
	if err != nil && !os.IsNotExist(err) && !os.IsExist(err) {
		g.once.Lock()
		defer g.once.Unlock()
		if g.first == nil {
			g.first = err
		}
	}
	return err
}

func (g *gateFs) fault() error {
	g.once.Lock()
	defer g.once.Unlock()
	return g.first
}

func (g *gateFs) Create(name string) (afero.File, error) {
	return g.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o666)
}

func (g *gateFs) OpenFile(name string, flag int, perm fs.FileMode) (afero.File, error) {
	now, leave := g.enter()
	defer leave()
	file, err := now.OpenFile(name, flag, perm)
	if err != nil {
		return nil, g.note(err)
	}
	return &gateFile{file, g}, nil
}

func (g *gateFs) Mkdir(name string, perm fs.FileMode) error {
	now, leave := g.enter()
	defer leave()
	return g.note(now.Mkdir(name, perm))
}

func (g *gateFs) MkdirAll(path string, perm fs.FileMode) error {
	now, leave := g.enter()
	defer leave()
	return g.note(now.MkdirAll(path, perm))
}

type gateFile struct {
	afero.File
	gate *gateFs
}

func (f *gateFile) Write(p []byte) (int, error) {
	n, err := f.File.Write(p)
	return n, f.gate.note(err)
}

func (f *gateFile) WriteString(s string) (int, error) {
	n, err := f.File.WriteString(s)
	return n, f.gate.note(err)
}

func (f *gateFile) Close() error { return f.gate.note(f.File.Close()) }
