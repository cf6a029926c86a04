package preview

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/site"

	"github.com/fsnotify/fsnotify"
)

// Editors save in several steps, and tools save many files: a build waits
// until nothing has happened for calm, but not longer than restless.
const (
	calm     = 50 * time.Millisecond
	restless = 400 * time.Millisecond
)

// watch sends the paths of files of the site that changed, until ctx ends.
func watch(ctx context.Context, root string, say func(string)) (<-chan []string, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, watchFailure(err)
	}
	// The root is for config.toml and for folders that are removed and come back.
	err = w.Add(root)
	for _, dir := range site.Authored {
		if err == nil {
			err = addTree(w, filepath.Join(root, dir))
		}
	}
	if err != nil {
		w.Close()
		return nil, watchFailure(err)
	}
	changes := make(chan []string)
	go func() {
		defer w.Close()
		debounce(ctx, relevant(ctx, w, root, say), changes)
	}()
	return changes, nil
}

func watchFailure(err error) error {
	f := &failure.Error{Code: failure.ExitEnvironment, Message: "cannot watch the site for changes", Err: err}
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EMFILE) {
		f.Hint = "raise the limit: sysctl fs.inotify.max_user_watches=65536 fs.inotify.max_user_instances=512"
	}
	return f
}

// addTree watches a folder and those below it. A folder that disappears
// while that is done, or is not there, is no fault. Links are not followed.
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

// relevant passes on what calls for a build, as paths relative to the site,
// and watches new folders.
func relevant(ctx context.Context, w *fsnotify.Watcher, root string, say func(string)) <-chan string {
	hits := make(chan string)
	go func() {
		for {
			hit := ""
			select {
			case <-ctx.Done():
				return
			case err := <-w.Errors:
				if errors.Is(err, fsnotify.ErrEventOverflow) {
					hit = site.ConfigFile // events were lost: as if everything changed
				} else if err != nil {
					say("watching: " + err.Error())
				}
			case event := <-w.Events:
				hit = changedPath(root, event)
				if hit != "" && event.Has(fsnotify.Create) {
					if err := addTree(w, event.Name); err != nil {
						say(watchFailure(err).Error())
					}
				}
			}
			if hit == "" {
				continue
			}
			select {
			case hits <- hit:
			case <-ctx.Done():
				return
			}
		}
	}()
	return hits
}

// changedPath returns the path that an event is about, relative to root,
// when it is a change in what people write, and else nothing.
func changedPath(root string, event fsnotify.Event) string {
	if event.Op == fsnotify.Chmod || ignored(event.Name) {
		return ""
	}
	rel, err := filepath.Rel(root, event.Name)
	if err != nil {
		return ""
	}
	rel = filepath.ToSlash(rel)
	top, _, _ := strings.Cut(rel, "/")
	if slices.Contains(site.Authored, top) || rel == site.ConfigFile {
		return rel
	}
	return ""
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

// debounce puts hits that come together into one message. What comes while
// nobody listens is added to the next.
func debounce(ctx context.Context, hits <-chan string, changes chan<- []string) {
	var (
		pending       []string
		calmed, limit <-chan time.Time
		ready         chan<- []string // nil as long as things are not calm
	)
	for {
		select {
		case <-ctx.Done():
			return
		case hit := <-hits:
			pending = append(pending, hit)
			calmed = time.After(calm)
			if limit == nil {
				limit = time.After(restless)
			}
		case <-calmed:
			ready, calmed, limit = changes, nil, nil
		case <-limit:
			ready, calmed, limit = changes, nil, nil
		case ready <- pending:
			pending, ready = nil, nil
		}
	}
}
