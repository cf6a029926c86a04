//go:build unix

package toolchain

import "golang.org/x/sys/unix"

func freeSpace(dir string) (bytes uint64, known bool) {
	var stat unix.Statfs_t
	if unix.Statfs(dir, &stat) != nil {
		return 0, false
	}
	return uint64(stat.Bavail) * uint64(stat.Bsize), true
}
