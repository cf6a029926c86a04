package bench

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// watchMemory looks many times a second at the memory of a program and of what
// it started, until the function that it returns is called. That gives the peaks
// in MB: of all but Pagefind together, and of Pagefind.
func watchMemory(pid int) func() (own, finder float64) {
	stop, stopped := make(chan bool), make(chan bool)
	var own, finder float64
	go func() {
		defer close(stopped)
		for tick := time.Tick(20 * time.Millisecond); ; {
			o, f := memoryOf(pid)
			own, finder = max(own, o), max(finder, f)
			select {
			case <-tick:
			case <-stop:
				return
			}
		}
	}()
	return func() (float64, float64) {
		close(stop)
		<-stopped
		return own, finder
	}
}

// memoryOf returns what a program and those that it started hold now.
func memoryOf(pid int) (own, finder float64) {
	name, _ := os.ReadFile(fmt.Sprintf("/proc/%d/comm", pid))
	fields, _ := os.ReadFile(fmt.Sprintf("/proc/%d/statm", pid))
	if f := strings.Fields(string(fields)); len(f) > 1 {
		pages, _ := strconv.Atoi(f[1])
		own = float64(pages*os.Getpagesize()) / 1e6
	}
	if strings.HasPrefix(string(name), "pagefind") {
		own, finder = 0, own
	}
	threads, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", pid))
	for _, thread := range threads {
		children, _ := os.ReadFile(thread)
		for _, child := range strings.Fields(string(children)) {
			id, _ := strconv.Atoi(child)
			o, f := memoryOf(id)
			own, finder = own+o, finder+f
		}
	}
	return own, finder
}
