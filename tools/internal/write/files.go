package write

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
)

// Change is what becomes of one file. A text that is nil says that there is
// no file, before or afterwards.
type Change struct {
	Path     string // relative to the root, with slashes
	Old, New []byte
}

// ErrChanged says that a file is not any more what a change starts from.
var ErrChanged = errors.New("it was changed meanwhile")

// step is a change on the list of those that are under way.
type step struct {
	Path   string `json:"path"`
	Remove bool   `json:"remove,omitempty"`
}

// Files changes files below root together. They are made in the folder
// journal first, which is on the same file system; the list of them, the
// last to come there, decides: without it nothing has happened, with it
// Finish does the rest, now or in a later run. Only one process at a time
// may work with a journal.
func Files(root, journal string, changes []Change) error {
	if err := prepare(root, journal, changes); err != nil {
		return errors.Join(err, os.RemoveAll(journal))
	}
	return Finish(root, journal)
}

// Unfinished reports whether changes were decided on that are not all made.
func Unfinished(journal string) bool { return Exists(list(journal)) }

func list(journal string) string { return filepath.Join(journal, "list.json") }

func staged(journal string, i int) string { return filepath.Join(journal, strconv.Itoa(i)) }

func prepare(root, journal string, changes []Change) error {
	if err := errors.Join(os.RemoveAll(journal), Folder(journal)); err != nil {
		return err
	}
	var steps []step
	for i, c := range changes {
		steps = append(steps, step{c.Path, c.New == nil})
		if err := c.stage(filepath.Join(root, filepath.FromSlash(c.Path)), staged(journal, i)); err != nil {
			return err
		}
	}
	text, err := json.Marshal(steps)
	if err != nil {
		return err
	}
	return File(list(journal), text, 0o644)
}

// stage makes the new text, and meets all that stands in the way of the
// change before it is decided on.
func (c Change) stage(name, as string) error {
	dir := filepath.Dir(name)
	if err := cmp.Or(Folder(dir), Changeable(dir)); err != nil {
		return err
	}
	mode := fs.FileMode(0o644)
	info, err := os.Lstat(name)
	there := err == nil
	if there {
		mode = info.Mode().Perm()
	}
	if now, _ := os.ReadFile(name); there != (c.Old != nil) || !bytes.Equal(now, c.Old) {
		return &fs.PathError{Op: "change", Path: c.Path, Err: ErrChanged}
	}
	if c.New == nil {
		return nil
	}
	return File(as, c.New, mode)
}

// Finish makes the changes that are on the list of the journal, and ends
// it. It may be done again after an interruption anywhere. Without list
// nothing was decided, and what stands in the journal goes.
func Finish(root, journal string) error {
	text, err := os.ReadFile(list(journal))
	if errors.Is(err, fs.ErrNotExist) {
		return os.RemoveAll(journal)
	}
	if err != nil {
		return err
	}
	var steps []step
	if err := json.Unmarshal(text, &steps); err != nil {
		return err
	}
	var faults []error
	for i, s := range steps {
		faults = append(faults, s.do(filepath.Join(root, filepath.FromSlash(s.Path)), staged(journal, i)))
	}
	if err := errors.Join(faults...); err != nil {
		return err // the list stays, for another try
	}
	return errors.Join(os.Remove(list(journal)), os.RemoveAll(journal))
}

func (s step) do(name, text string) error {
	err := Folder(filepath.Dir(name))
	if err != nil {
		return err
	}
	if s.Remove {
		err = os.Remove(name)
	} else {
		err = os.Rename(text, name)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return syncDir(filepath.Dir(name))
}
