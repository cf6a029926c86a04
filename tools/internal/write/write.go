// Package write puts files in place whole. Whatever happens meanwhile, a
// full disk, a power cut, a signal, a reader meets the old text or the new
// one; and several files change together or not at all.
package write

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// scratch is how the names of files begin that are not whole yet.
const scratch = ".wijzer-"

// File replaces a file by way of another beside it, and removes what a
// killed run left there.
func File(name string, text []byte, mode fs.FileMode) error {
	dir := filepath.Dir(name)
	if err := sweep(dir); err != nil {
		return err
	}
	temp, err := create(dir)
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name()) // gone already when all went well
	defer temp.Close()
	_, err = temp.Write(text)
	if err = errors.Join(err, temp.Chmod(mode), temp.Sync()); err != nil {
		return err
	}
	if err := os.Rename(temp.Name(), name); err != nil {
		return err
	}
	return syncDir(dir)
}

// Exists reports whether something has a name, if only a link that leads nowhere.
func Exists(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}

// Folder makes a folder and those around it, which all can enter whatever the umask is.
func Folder(dir string) error {
	if Exists(dir) {
		return nil
	}
	if err := Folder(filepath.Dir(dir)); err != nil {
		return err
	}
	if err := os.Mkdir(dir, 0o755); err != nil {
		if errors.Is(err, fs.ErrExist) {
			return nil // made by another program meanwhile
		}
		return err
	}
	return os.Chmod(dir, 0o755)
}

// Tree writes files below a folder of nobody else, by their paths in it.
func Tree(dir string, files map[string][]byte) error {
	for name, text := range files {
		if !fs.ValidPath(name) {
			return &fs.PathError{Op: "write", Path: name, Err: fs.ErrInvalid}
		}
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o777), os.WriteFile(path, text, 0o666)); err != nil {
			return err
		}
	}
	return nil
}

// create makes a file that no other run takes for a leftover: it is locked,
// and still there once it is.
func create(dir string) (*os.File, error) {
	for {
		temp, err := os.CreateTemp(dir, scratch+"*")
		if err != nil {
			return nil, err
		}
		if TryLock(temp) && isAt(temp, temp.Name()) {
			return temp, nil
		}
		temp.Close()
	}
}

func isAt(file *os.File, name string) bool {
	open, err := file.Stat()
	there, errThere := os.Lstat(name)
	return err == nil && errThere == nil && os.SameFile(open, there)
}

// sweep removes the files of runs that were killed.
func sweep(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.Type().IsRegular() && strings.HasPrefix(e.Name(), scratch) {
			sweepOne(filepath.Join(dir, e.Name()))
		}
	}
	return nil
}

func sweepOne(name string) {
	file, err := os.Open(name)
	if err != nil {
		return // somebody else's, or gone
	}
	defer file.Close()
	if TryLock(file) {
		os.Remove(name)
	}
}

// syncDir makes a change of names last through a power cut.
func syncDir(dir string) error {
	file, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer file.Close()
	if err := file.Sync(); err != nil && !errors.Is(err, errors.ErrUnsupported) && !errors.Is(err, fs.ErrInvalid) {
		return err
	}
	return nil
}
