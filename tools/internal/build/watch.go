package build

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Editors save in several steps, and tools save many files: a build waits until
// nothing has happened for calm, but not longer than restless.
const (
	calm     = 50 * time.Millisecond
	restless = 400 * time.Millisecond
)

// watch sends on the channel after files of the site changed, until ctx ends.
// The channel holds one message: changes during a build make one next build.
func watch(ctx context.Context, root string, say func(string)) (<-chan struct{}, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, watchFailure(err)
	}
	// The root is for config.toml and for folders that are removed and come back.
	err = w.Add(root)
	for _, dir := range authored {
		if err == nil {
			err = addTree(w, filepath.Join(root, dir))
		}
	}
	if err != nil {
		w.Close()
		return nil, watchFailure(err)
	}
	changes := make(chan struct{}, 1)
	go func() {
		defer w.Close()
		debounce(ctx, relevant(ctx, w, root, say), changes)
	}()
	return changes, nil
}

func watchFailure(err error) error {
	f := &Failure{Code: ExitEnvironment, Message: "cannot watch the site for changes", Err: err}
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EMFILE) {
		f.Hint = "raise the limit: sysctl fs.inotify.max_user_watches=65536 fs.inotify.max_user_instances=512"
	}
	return f
}

// addTree watches a folder and those below it. A folder that disappears while
// that is done, or is not there, is no fault. Links are not followed.
func addTree(w *fsnotify.Watcher, dir string) error {
	return filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.IsDir() {
			return nil
		}
		if path != dir && ignored(path) {
			return filepath.SkipDir
		}
		if err := w.Add(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	})
}

// relevant passes on the events that call for a build, and watches new folders.
func relevant(ctx context.Context, w *fsnotify.Watcher, root string, say func(string)) <-chan struct{} {
	hits := make(chan struct{})
	go func() {
		defer close(hits)
		for {
			select {
			case <-ctx.Done():
				return
			case err, ok := <-w.Errors:
				if !ok {
					return
				}
				if !errors.Is(err, fsnotify.ErrEventOverflow) {
					say("watching: " + err.Error())
				}
			case event, ok := <-w.Events:
				if !ok {
					return
				}
				if !calls(root, event) {
					continue
				}
				if event.Has(fsnotify.Create) {
					if err := addTree(w, event.Name); err != nil {
						say(watchFailure(err).Error())
					}
				}
			}
			select {
			case hits <- struct{}{}:
			case <-ctx.Done():
				return
			}
		}
	}()
	return hits
}

// calls reports whether an event is a change in what people write.
func calls(root string, event fsnotify.Event) bool {
	if event.Op == fsnotify.Chmod || ignored(event.Name) {
		return false
	}
	rel, err := filepath.Rel(root, event.Name)
	if err != nil {
		return false
	}
	top, below, _ := strings.Cut(filepath.ToSlash(rel), "/")
	return slices.Contains(authored, top) || top == configName && below == ""
}

// ignored names the files that editors keep beside the one that is edited.
func ignored(path string) bool {
	name := filepath.Base(path)
	switch {
	case strings.HasPrefix(name, "."), strings.HasPrefix(name, "#"), strings.HasSuffix(name, "~"):
		return true
	case name == "4913": // Vim tries whether it may write with this name
		return true
	}
	return slices.Contains([]string{".swp", ".swx", ".swo", ".tmp", ".part", ".bak", ".crdownload"}, filepath.Ext(name)) ||
		strings.Contains(name, "___jb_")
}

// debounce turns hits that come together into one message.
func debounce(ctx context.Context, hits <-chan struct{}, changes chan<- struct{}) {
	for {
		if _, ok := <-hits; !ok {
			return
		}
		settle(ctx, hits)
		select {
		case changes <- struct{}{}:
		default: // one is waiting already
		}
	}
}

// settle returns when hits have stopped for a while, or go on too long.
func settle(ctx context.Context, hits <-chan struct{}) {
	limit := time.After(restless)
	for {
		select {
		case <-ctx.Done():
			return
		case <-limit:
			return
		case <-time.After(calm):
			return
		case _, ok := <-hits:
			if !ok {
				return
			}
		}
	}
}
