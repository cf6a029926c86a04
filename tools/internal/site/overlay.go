package site

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing/fstest"
)

// Overlay returns a site in which some files have other texts; nil is no file.
func Overlay(fsys fs.FS, texts map[string][]byte) fs.FS {
	o := changedFS{fsys, texts, fstest.MapFS{}}
	for name, text := range texts {
		if text != nil {
			o.files[name] = &fstest.MapFile{Data: text, Mode: 0o644}
		}
	}
	return o
}

type changedFS struct {
	fs.FS
	texts map[string][]byte
	files fstest.MapFS // of texts those that are files
}

// Open opens a file.
func (o changedFS) Open(name string) (fs.File, error) {
	if _, changed := o.texts[name]; changed {
		return o.files.Open(name)
	}
	return o.FS.Open(name)
}

// Stat tells of a file without opening one on disk: to open a pipe is to wait for ever.
func (o changedFS) Stat(name string) (fs.FileInfo, error) {
	if _, changed := o.texts[name]; changed {
		return o.files.Stat(name)
	}
	return fs.Stat(o.FS, name)
}

// ReadDir lists a folder.
func (o changedFS) ReadDir(dir string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(o.FS, dir)
	entries = slices.DeleteFunc(entries, func(e fs.DirEntry) bool {
		_, changed := o.texts[path.Join(dir, e.Name())]
		return changed
	})
	made, _ := o.files.ReadDir(dir) // of a folder that is nowhere, nothing
	for _, m := range made {
		if err = nil; !slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == m.Name() }) {
			entries = append(entries, m)
		}
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, err
}
