package publish

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/write"
)

// Change changes authored files of the site together, or none of them.
// After a kill half-way the next command finishes it: Recover.
func Change(ctx context.Context, root, who string, changes []write.Change) error {
	held, err := Acquire(ctx, root, "lock", who, Patience)
	if err != nil {
		return err
	}
	defer held.Release()
	if ctx.Err() != nil { // the last moment at which nothing has changed
		return ctx.Err()
	}
	err = write.Files(root, journal(root), changes)
	if errors.Is(err, write.ErrChanged) {
		return failure.Usage("run the command again", "nothing was changed: %v", err)
	}
	if err != nil {
		return failure.File("changing the site's files", err)
	}
	return nil
}

// Text returns what a file of the site says now, nil when there is none:
// the old text of a change to come. Whoever reads it before all else that
// the change rests on overwrites nothing that another program writes
// meanwhile.
func Text(root, name string) ([]byte, error) {
	text, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, failure.File("reading what is there", err)
	}
	return append([]byte{}, text...), nil
}

// Recover finishes what a killed run had decided to change.
func Recover(ctx context.Context, root string) error {
	if !write.Unfinished(journal(root)) {
		return nil
	}
	held, err := Acquire(ctx, root, "lock", "recovery", Patience)
	if err != nil {
		return err
	}
	defer held.Release()
	if err := write.Finish(root, journal(root)); err != nil {
		return failure.File("finishing the change of an earlier run", err)
	}
	return nil
}

// Patience is how long a command waits for another on the same site. A
// preview holds the lock for less; a build holds it longer, and then
// waiting in silence would look like hanging.
const Patience = 2 * time.Second

func journal(root string) string { return filepath.Join(root, site.Generated, "changes") }
