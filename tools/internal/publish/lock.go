package publish

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/write"
)

// A Lock is a file in .gen that one process holds. The kernel lets go of it
// when the process ends, however it ends, so there is no stale lock to remove.
type Lock struct{ file *os.File }

// Acquire takes the lock called name for who, such as "build". It waits up
// to patience, and then says who holds it.
func Acquire(ctx context.Context, root, name, who string, patience time.Duration) (*Lock, error) {
	path := filepath.Join(root, site.Generated, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return nil, failure.File("making the folder for generated data", err)
	}
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, failure.File("opening the lock", err)
	}
	for deadline := time.Now().Add(patience); !write.TryLock(file); {
		if ctx.Err() != nil || time.Now().After(deadline) {
			holder := readHolder(file)
			file.Close()
			if ctx.Err() != nil {
				return nil, ctx.Err()
			}
			return nil, failure.Environment("wait until it is ready, or end that process",
				"another wijzer is at work on this site: %s", holder)
		}
		time.Sleep(20 * time.Millisecond)
	}
	if err := writeHolder(file, who); err != nil {
		file.Close()
		return nil, failure.File("writing the lock", err)
	}
	return &Lock{file}, nil
}

// Release lets go. The file stays: removing it would let two processes hold
// two files of the same name.
func (l *Lock) Release() {
	l.file.Truncate(0)
	l.file.Close()
}

func writeHolder(file *os.File, who string) error {
	if err := file.Truncate(0); err != nil {
		return err
	}
	_, err := file.WriteAt(fmt.Appendf(nil, "wijzer %s, process %d\n", who, os.Getpid()), 0)
	return err
}

func readHolder(file *os.File) string {
	text := make([]byte, 200)
	n, _ := file.ReadAt(text, 0)
	if n == 0 {
		return "a process that is just starting"
	}
	return strings.TrimSpace(string(text[:n]))
}
