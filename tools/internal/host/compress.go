package host

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"sync"

	"github.com/andybalholm/brotli"
	"golang.org/x/sync/errgroup"

	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/headers"
	"comwijzer/tools/internal/write"
)

// packers make what web servers send in the place of a file, by the end of its name.
var packers = map[string]func(io.Writer) io.WriteCloser{
	".gz": func(w io.Writer) io.WriteCloser { z, _ := gzip.NewWriterLevel(w, gzip.BestCompression); return z },
	".br": func(w io.Writer) io.WriteCloser { return brotli.NewWriterLevel(w, 9) }, // 11 takes ten times as long for a twentieth
}

// Compress adds a file in gzip and one in Brotli beside each that gains by
// it. What was made once is kept in the folder cache.
func (s *Site) Compress(cache string) error {
	if err := os.MkdirAll(cache, 0o777); err != nil {
		return failure.File("compressing the site", err)
	}
	var group errgroup.Group
	var adding sync.Mutex
	group.SetLimit(runtime.GOMAXPROCS(0))
	used, places := map[string]bool{}, maps.Clone(s.places)
	for name, f := range maps.Clone(s.Files) {
		for ending, pack := range packers {
			if !headers.IsText(path.Ext(name)) {
				continue
			}
			group.Go(func() error {
				at := filepath.Join(cache, f.Sum+ending)
				text, err := packed(at, places[f.Sum], pack)
				adding.Lock()
				defer adding.Unlock()
				used[filepath.Base(at)] = true
				if err == nil && int64(len(text)) < f.Size {
					s.add(name+ending, text, func() ([]byte, error) { return os.ReadFile(at) })
				}
				return err
			})
		}
	}
	return failure.File("compressing the site", errors.Join(group.Wait(), forget(cache, used)))
}

// packed returns what a file holds, compressed, and keeps it.
func packed(at string, read func() ([]byte, error), pack func(io.Writer) io.WriteCloser) ([]byte, error) {
	text, err := os.ReadFile(at)
	if !errors.Is(err, fs.ErrNotExist) {
		return text, err
	}
	if text, err = read(); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	w := pack(&b)
	_, err = w.Write(text)
	if err = errors.Join(err, w.Close()); err == nil {
		err = write.File(at, b.Bytes(), 0o666)
	}
	return b.Bytes(), err
}

// forget removes from the cache what was not used.
func forget(cache string, used map[string]bool) error {
	entries, err := os.ReadDir(cache)
	for _, e := range entries {
		if !used[e.Name()] {
			err = errors.Join(err, os.Remove(filepath.Join(cache, e.Name())))
		}
	}
	return err
}
