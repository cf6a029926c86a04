//go:build !linux

package publish

import (
	"os"

	"comwijzer/tools/internal/write"
)

// Replace puts the folder from in the place of the folder to, and what was
// there in the place of from.
func Replace(from, to string) error {
	if !write.Exists(to) {
		return os.Rename(from, to)
	}
	return replaceInSteps(from, to)
}

// Settle would have the disk hold all that was written; there is no call
// for it here, and a power cut right after a build may cost that build.
func Settle(string) error { return nil }
