package site

import (
	"bytes"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// Overlay returns a site in which some files have other texts; nil is no file.
func Overlay(fsys fs.FS, texts map[string][]byte) fs.FS { return changedFS{fsys, texts} }

type changedFS struct {
	fs.FS
	texts map[string][]byte
}

// Open opens a file.
func (o changedFS) Open(name string) (fs.File, error) {
	switch text, changed := o.texts[name]; {
	case !changed:
		return o.FS.Open(name)
	case text == nil:
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	default:
		return &memory{bytes.NewReader(text), path.Base(name)}, nil
	}
}

// Stat tells of a file without opening one on disk: to open a pipe is to wait for ever.
func (o changedFS) Stat(name string) (fs.FileInfo, error) {
	if _, changed := o.texts[name]; !changed {
		return fs.Stat(o.FS, name)
	}
	file, err := o.Open(name)
	if err != nil {
		return nil, err
	}
	return file.Stat()
}

// ReadDir lists a folder.
func (o changedFS) ReadDir(dir string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(o.FS, dir)
	entries = slices.DeleteFunc(entries, func(e fs.DirEntry) bool {
		_, changed := o.texts[path.Join(dir, e.Name())]
		return changed
	})
	for name, text := range o.texts {
		rest, below := strings.CutPrefix(name, dir+"/")
		if dir == "." {
			rest, below = name, true
		}
		if text == nil || !below {
			continue
		}
		first, _, deeper := strings.Cut(rest, "/")
		if !deeper {
			entries = append(entries, fs.FileInfoToDirEntry(&memory{bytes.NewReader(text), first}))
		} else if !slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == first }) {
			entries = append(entries, fs.FileInfoToDirEntry(folder{&memory{name: first}}))
		}
		err = nil
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, err
}

// memory is a file in memory, and what there is to tell of it.
type memory struct {
	*bytes.Reader
	name string
}

// folder is one that only files in memory stand in.
type folder struct{ *memory }

func (folder) Mode() fs.FileMode { return fs.ModeDir | 0o755 }
func (folder) IsDir() bool       { return true }
func (folder) Size() int64       { return 0 }

func (m *memory) Stat() (fs.FileInfo, error) { return m, nil }
func (m *memory) Close() error               { return nil }
func (m *memory) Name() string               { return m.name }
func (m *memory) Mode() fs.FileMode          { return 0o644 }
func (m *memory) ModTime() time.Time         { return time.Time{} }
func (m *memory) IsDir() bool                { return false }
func (m *memory) Sys() any                   { return nil }
