// Package publish replaces a folder as a whole or not at all. Its promise
// is that what is published always is one whole, good build: everything is
// made in a stage beside it, and the stage takes its place in one step.
package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/write"
)

// Marker is the file by which wijzer knows a folder as its own work. Only a
// folder with this file is ever replaced or removed.
const Marker = ".wijzer"

const markerText = "wijzer made this folder and replaces it as a whole with every build.\nChange content/ and data/, not these files.\n"

// A stage is a folder beside the out folder, so on the same file system, in
// which a build is put together. It takes the place of the out folder in
// one step, or disappears.
type Stage struct {
	out string // where the result goes, absolute
	Dir string // where it is made

	marker *os.File // held locked, so that no other run takes it for a leftover
}

// OpenStage recovers from runs that were killed, and makes an empty stage.
func OpenStage(out string) (*Stage, error) {
	if err := write.Folder(filepath.Dir(out)); err != nil {
		return nil, failure.File("making the folder around the output", err)
	}
	if err := sweep(out); err != nil {
		return nil, failure.File("cleaning up after an earlier run", err)
	}
	dir, err := os.MkdirTemp(filepath.Dir(out), stagePrefix(out)+"*")
	if err != nil {
		return nil, failure.File("making a folder to build in", err)
	}
	s := &Stage{out: out, Dir: dir}
	if err := s.mark(); err != nil {
		s.Discard()
		return nil, failure.File("making a folder to build in", err)
	}
	return s, nil
}

func stagePrefix(out string) string { return "." + filepath.Base(out) + ".wijzer-" }

// mark makes the stage recognisable as ours.
func (s *Stage) mark() error {
	file, err := os.OpenFile(filepath.Join(s.Dir, Marker), os.O_WRONLY|os.O_CREATE, 0o644)
	if err != nil {
		return err
	}
	s.marker = file
	write.TryLock(file)
	_, err = file.WriteString(markerText)
	return err
}

// Swap puts the stage in the place of the out folder and removes what was there.
func (s *Stage) Swap() error {
	err := s.list()
	if err == nil {
		err = makeReadable(s.Dir)
	}
	if err == nil {
		err = Settle(s.Dir)
	}
	if err == nil {
		err = Replace(s.Dir, s.out)
	}
	if err != nil {
		return failure.File("putting the result in place", err)
	}
	s.Discard() // the stage now holds the previous result
	return nil
}

// list adds to the marker what is in the stage, so that the next build can
// tell a file of somebody else.
func (s *Stage) list() error {
	names, err := filesIn(s.Dir)
	if err != nil {
		return err
	}
	_, err = s.marker.WriteString(listHead + strings.Join(names, "\n") + "\n")
	return err
}

const listHead = "\nIts files:\n"

// filesIn lists the files below dir, with slashes, but for the marker.
func filesIn(dir string) (names []string, err error) {
	err = filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if name != Marker {
			names = append(names, filepath.ToSlash(name))
		}
		return err
	})
	return names, err
}

// makeReadable lets a web server read what is in dir, whatever the umask was.
func makeReadable(dir string) error {
	return filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			return os.Chmod(path, 0o755)
		}
		return os.Chmod(path, 0o644)
	})
}

// Discard removes the stage. What cannot be removed is left for the next run.
func (s *Stage) Discard() {
	if s.marker != nil {
		s.marker.Close()
		s.marker = nil
	}
	removeOurs(s.Dir)
}

// sweep ends what a killed run left beside out: it puts the last good result
// back when that was set aside, and removes stages that nobody works in.
func sweep(out string) error {
	entries, err := os.ReadDir(filepath.Dir(out))
	if err != nil {
		return err
	}
	aside := asidePath(out)
	if !write.Exists(out) && write.Exists(aside) {
		if err := os.Rename(aside, out); err != nil {
			return err
		}
	}
	for _, e := range entries {
		path := filepath.Join(filepath.Dir(out), e.Name())
		if strings.HasPrefix(e.Name(), stagePrefix(out)) && write.Exists(path) && !inUse(path) {
			removeOurs(path)
		}
	}
	return nil
}

func inUse(dir string) bool {
	file, err := os.Open(filepath.Join(dir, Marker))
	if err != nil {
		return false
	}
	defer file.Close()
	return !write.TryLock(file)
}

// removeOurs removes a folder that has our marker, the marker last: a
// removal that is interrupted can then be finished by the next run. Without
// marker only an empty folder goes.
func removeOurs(dir string) error {
	marker := filepath.Join(dir, Marker)
	if write.Exists(marker) {
		entries, err := os.ReadDir(dir)
		if err != nil {
			return err
		}
		for _, e := range entries {
			if e.Name() == Marker {
				continue
			}
			if err := os.RemoveAll(filepath.Join(dir, e.Name())); err != nil {
				return err
			}
		}
		os.Remove(marker)
	}
	return os.Remove(dir)
}

// asidePath is where the old result waits during a swap in two steps.
func asidePath(out string) string {
	return filepath.Join(filepath.Dir(out), stagePrefix(out)+"last")
}

// replaceInSteps is replace for a file system without exchange. Between the
// two renames there is no out folder; sweep mends that when we are killed
// there.
func replaceInSteps(from, to string) error {
	aside := asidePath(to)
	if err := os.Rename(to, aside); err != nil {
		return err
	}
	if err := os.Rename(from, to); err != nil {
		return errors.Join(err, os.Rename(aside, to))
	}
	return os.Rename(aside, from)
}
