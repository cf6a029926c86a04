package bench

import (
	"bufio"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// BenchmarkSave measures how long a saved page takes to be back in the browser, on
// this site as it is and grown: from the write to the page with the new text. On a
// busy machine what it takes of the processors says more than the clock.
func BenchmarkSave(b *testing.B) {
	var first cost
	for _, pages := range []int{500, 2500} {
		b.Run(fmt.Sprintf("pages=%d", pages), func(b *testing.B) {
			dir := b.TempDir()
			pages := grow(b, dir, pages)
			address, pid := preview(b, dir)
			await(b, address+"search-nl/index.json", `"packed"`) // the end of the first build
			var saves []cost
			for b.Loop() {
				for range 3 {
					rest(pid)
					before := cpuOf(pid)
					seconds := save(b, dir, address, len(saves))
					saves = append(saves, cost{seconds: seconds, cpu: cpuOf(pid) - before})
				}
			}
			s := median(saves)
			if first == (cost{}) {
				first = s
			}
			report(b, s.seconds, "s/save")
			report(b, s.seconds/first.seconds, "x/first")
			report(b, s.cpu, "cpu-s/save")
			report(b, s.cpu/first.cpu, "cpu-x/first")
			report(b, float64(pages), "pages")
		})
	}
}

// preview starts a preview of the site in dir and returns its address and process.
func preview(b *testing.B, dir string) (address string, pid int) {
	b.Helper()
	cmd := wijzer(b, dir, "serve", "--port", "0")
	out, err := cmd.StdoutPipe()
	must(b, err)
	must(b, cmd.Start())
	b.Cleanup(func() {
		must(b, cmd.Process.Signal(os.Interrupt))
		cmd.Wait()
	})
	line, err := bufio.NewReader(out).ReadString('\n')
	must(b, err)
	return strings.TrimSpace(line), cmd.Process.Pid
}

// save adds a line to a page, and returns how long the page takes to show it in a
// browser, which hears when there is something new.
func save(b *testing.B, dir, address string, n int) float64 {
	b.Helper()
	file := filepath.Join(dir, "content", "netwerk", "wat-is-com.nl.md")
	text, err := os.ReadFile(file)
	must(b, err)
	news, err := http.Get(address + "-/events?path=/netwerk/wat-is-com/")
	must(b, err)
	defer news.Body.Close()
	heard := bufio.NewScanner(news.Body)
	line := fmt.Sprintf("Regel nummer %d.", n)
	start := time.Now()
	must(b, os.WriteFile(file, append(text, "\n"+line+"\n"...), 0o644))
	for heard.Scan() && !holds(b, address+"netwerk/wat-is-com/", line) {
	}
	return time.Since(start).Seconds()
}

// rest waits until a program and those that it started do nothing more.
func rest(pid int) {
	for before := -1.0; before < cpuOf(pid); time.Sleep(time.Second) {
		before = cpuOf(pid)
	}
}

// await asks for an address until its text holds a part.
func await(b *testing.B, address, part string) {
	b.Helper()
	for !holds(b, address, part) {
		time.Sleep(50 * time.Millisecond)
	}
}

func holds(b *testing.B, address, part string) bool {
	b.Helper()
	answer, err := http.Get(address)
	must(b, err)
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	must(b, err)
	return strings.Contains(string(text), part)
}
