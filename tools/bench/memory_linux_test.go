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
	for _, id := range family(pid) {
		name, _ := os.ReadFile(fmt.Sprintf("/proc/%d/comm", id))
		fields, _ := os.ReadFile(fmt.Sprintf("/proc/%d/statm", id))
		var pages float64
		if f := strings.Fields(string(fields)); len(f) > 1 {
			pages, _ = strconv.ParseFloat(f[1], 64)
		}
		if held := pages * float64(os.Getpagesize()) / 1e6; strings.HasPrefix(string(name), "pagefind") {
			finder += held
		} else {
			own += held
		}
	}
	return own, finder
}

// cpuOf returns the seconds of all processors that a program and those that it started,
// and are still there, have taken.
func cpuOf(pid int) (seconds float64) {
	for _, id := range family(pid) {
		stat, _ := os.ReadFile(fmt.Sprintf("/proc/%d/stat", id))
		_, numbers, _ := strings.Cut(string(stat), ") ")
		if f := strings.Fields(numbers); len(f) > 12 {
			user, _ := strconv.ParseFloat(f[11], 64)
			system, _ := strconv.ParseFloat(f[12], 64)
			seconds += (user + system) / 100 // the kernel's hundredths, on every machine
		}
	}
	return seconds
}

// family returns a program and those that it started.
func family(pid int) []int {
	all := []int{pid}
	threads, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", pid))
	for _, thread := range threads {
		children, _ := os.ReadFile(thread)
		for _, child := range strings.Fields(string(children)) {
			id, _ := strconv.Atoi(child)
			all = append(all, family(id)...)
		}
	}
	return all
}
