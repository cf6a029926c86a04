// Package failure holds why a command stops: what is wrong, the remedy and
// the exit code.
package failure

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"syscall"
)

// The exit codes of wijzer. They are documented behaviour: scripts rely on them.
const (
	ExitClean       = 0
	ExitFindings    = 1   // content, data or pages have findings of severity error
	ExitUsage       = 2   // the command line is wrong
	ExitEnvironment = 3   // a tool, a file or the machine is not as needed
	ExitInterrupted = 130 // Ctrl-C or a request to end, as shells report it
)

// Error is why a command stopped: what is wrong, what to do about it, and
// the exit code that fits. Hint may be empty.
type Error struct {
	Code    int
	Message string
	Hint    string
	Err     error // the cause, nil when there is none beneath
}

// Error returns the message with its cause.
func (f *Error) Error() string {
	if f.Err == nil {
		return f.Message
	}
	return f.Message + ": " + f.Err.Error()
}

// Unwrap returns the cause.
func (f *Error) Unwrap() error { return f.Err }

// ErrFindings stops a pipeline because of findings of severity error. The
// findings themselves are in the result.
var ErrFindings = &Error{Code: ExitFindings, Message: "there are errors"}

// Usage says that the command line is wrong.
func Usage(hint, format string, args ...any) error {
	return &Error{Code: ExitUsage, Message: fmt.Sprintf(format, args...), Hint: hint}
}

// Environment says that the machine lacks something.
func Environment(hint, format string, args ...any) error {
	return &Error{Code: ExitEnvironment, Message: fmt.Sprintf(format, args...), Hint: hint}
}

// remedies are what to do about the faults of a file system that people meet.
var remedies = []struct {
	err  error
	hint string
}{
	{syscall.ENOSPC, "the disk is full: free some space and run again"},
	{syscall.EDQUOT, "your disk quota is used up: free some space and run again"},
	{syscall.EROFS, "this file system is read-only: work on a copy elsewhere, or write elsewhere with --out"},
	{fs.ErrPermission, "you may not write or read here: look at the owner and the permissions"},
	{syscall.ELOOP, "a symbolic link points back at itself: remove it"},
	{syscall.ENOTDIR, "a file is in the way of a folder: move it"},
	{syscall.EISDIR, "a folder is in the way of a file: move it"},
	{syscall.EBUSY, "this folder is in use, perhaps as a mount point: choose a folder inside it with --out"},
	{syscall.EMFILE, "too many files are open: raise the limit with ulimit -n 4096"},
	{fs.ErrNotExist, "it may have been removed while wijzer was running: run again"},
}

// File explains an error of the file system. doing says what failed,
// such as "writing the pages"; err itself names the place.
func File(doing string, err error) error {
	var known *Error
	if err == nil || errors.As(err, &known) || errors.Is(err, context.Canceled) {
		return err
	}
	f := &Error{Code: ExitEnvironment, Message: doing + " failed", Err: err}
	for _, r := range remedies {
		if errors.Is(err, r.err) {
			f.Hint = r.hint
			break
		}
	}
	return f
}

// Internal says that wijzer, or a library that it uses, has a fault.
func Internal(format string, args ...any) error {
	return &Error{Code: ExitEnvironment, Message: "internal error: " + fmt.Sprintf(format, args...),
		Hint: "please report this, with what you did before it"}
}

// Guarded runs f and turns a panic into an error, so that what is half done
// is cleaned up and nobody sees a trace.
func Guarded(f func() error) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = Internal("%v", v)
		}
	}()
	return f()
}
