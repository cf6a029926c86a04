package toolchain

import (
	"os/exec"
	"runtime"
	"syscall"
)

// endWithUs makes a program end when wijzer is killed, so that it does not
// go on writing where the next run works. The kernel watches the thread
// that started the program: the caller keeps it until the program has
// ended, and then calls the function that it gets.
func endWithUs(cmd *exec.Cmd) (release func()) {
	runtime.LockOSThread()
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	return runtime.UnlockOSThread
}
