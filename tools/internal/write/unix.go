//go:build unix

package write

import (
	"os"

	"golang.org/x/sys/unix"
)

// TryLock takes the lock of an open file, and reports whether it was free. The
// kernel lets go of it when the file is closed, however the process ends.
func TryLock(file *os.File) bool {
	return unix.Flock(int(file.Fd()), unix.LOCK_EX|unix.LOCK_NB) == nil
}

// Changeable reports why names in a folder cannot change.
func Changeable(dir string) error {
	if err := unix.Access(dir, unix.W_OK|unix.X_OK); err != nil {
		return &os.PathError{Op: "write in", Path: dir, Err: err}
	}
	return nil
}
