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
// this site as it is and grown: from the write to the page with the new text.
func BenchmarkSave(b *testing.B) {
	first := 0.0
	for _, pages := range []int{500, 2500} {
		b.Run(fmt.Sprintf("pages=%d", pages), func(b *testing.B) {
			dir := b.TempDir()
			pages := grow(b, dir, pages)
			address := preview(b, dir)
			var saves []cost
			for b.Loop() {
				for range 5 {
					await(b, address+"search-nl/index.json", `"pages"`) // the end of what was left to do
					saves = append(saves, cost{seconds: save(b, dir, address, len(saves))})
				}
			}
			s := median(saves).seconds
			if first == 0 {
				first = s
			}
			report(b, s, "s/save")
			report(b, s/first, "x/first")
			report(b, float64(pages), "pages")
		})
	}
}

// preview starts a preview of the site in dir and returns its address.
func preview(b *testing.B, dir string) string {
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
	return strings.TrimSpace(line)
}

// save adds a line to a page, and returns how long the page takes to show it.
func save(b *testing.B, dir, address string, n int) float64 {
	b.Helper()
	file := filepath.Join(dir, "content", "netwerk", "wat-is-com.nl.md")
	text, err := os.ReadFile(file)
	must(b, err)
	line := fmt.Sprintf("Regel nummer %d.", n)
	start := time.Now()
	must(b, os.WriteFile(file, append(text, "\n"+line+"\n"...), 0o644))
	await(b, address+"netwerk/wat-is-com/", line)
	return time.Since(start).Seconds()
}

// await asks for an address until its text holds a part.
func await(b *testing.B, address, part string) {
	b.Helper()
	for ; ; time.Sleep(5 * time.Millisecond) {
		answer, err := http.Get(address)
		must(b, err)
		text, err := io.ReadAll(answer.Body)
		must(b, err)
		must(b, answer.Body.Close())
		if strings.Contains(string(text), part) {
			return
		}
	}
}
