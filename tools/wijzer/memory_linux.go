package main

import "syscall"

// inLargePages has the kernel give memory by 2 MB instead of 4 KB. One that
// cannot do that says so, and it comes as it always does.
func inLargePages(memory []byte) { _ = syscall.Madvise(memory, syscall.MADV_HUGEPAGE) }
