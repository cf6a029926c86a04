package publish

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"

	"comwijzer/tools/internal/write"
)

// Replace puts the folder from in the place of the folder to, and what was
// there in the place of from. The kernel exchanges the two names at once,
// so at no moment there is no folder or half a folder.
func Replace(from, to string) error {
	if !write.Exists(to) {
		return os.Rename(from, to)
	}
	err := unix.Renameat2(unix.AT_FDCWD, from, unix.AT_FDCWD, to, unix.RENAME_EXCHANGE)
	if errors.Is(err, unix.EINVAL) || errors.Is(err, unix.ENOSYS) || errors.Is(err, unix.ENOTSUP) {
		return replaceInSteps(from, to)
	}
	if err != nil {
		return &os.LinkError{Op: "exchange", Old: from, New: to, Err: err}
	}
	return nil
}

// Settle has the disk hold all that was written on the file system of dir: names
// that change place before what they name would be empty after a power cut.
func Settle(dir string) error {
	file, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer file.Close()
	return unix.Syncfs(int(file.Fd()))
}
