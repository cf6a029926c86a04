package host

import (
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"comwijzer/tools/internal/headers"
	"comwijzer/tools/internal/toolchain"
)

// While releases come and go, readers who ask nginx get of each page a whole text of one
// release, with the style sheet that it names, and nothing that both releases have is
// missing for a moment.
func TestPublishingUnderLoad(t *testing.T) {
	dir, err := os.MkdirTemp("", "load") // where nginx can read
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	os.Chmod(dir, 0o755)
	sites := []*Site{withSheet("old"), withSheet("new")}
	target := open(t, filepath.Join(dir, "site"))
	published(t, target, sites[0])
	nginx, _ := headers.Find("nginx")
	address, stop, err := toolchain.Serve(t.Context(), "nginx", filepath.Join(dir, "site/current"), nginx.Make(headers.Site{Languages: []string{"nl"}}))
	if err != nil {
		t.Fatal(err)
	}
	defer stop()
	var ended atomic.Bool
	var asked atomic.Int64
	var readers sync.WaitGroup
	for range 4 {
		readers.Go(func() {
			for !ended.Load() {
				read(t, address)
				asked.Add(2)
			}
		})
	}
	turns := 40
	if *trial {
		turns = 2000
	}
	for i := range turns {
		for before := asked.Load(); asked.Load() < before+2; { // somebody reads between any two changes
		}
		if i%4 == 3 {
			_, err = Rollback(t.Context(), target, 0, us)
		} else {
			_, err = Publish(t.Context(), target, sites[(i+1)%2], us)
		}
		if err != nil {
			t.Error(err)
			break
		}
	}
	ended.Store(true)
	readers.Wait()
	t.Logf("%d answers during %d changes", asked.Load(), turns)
}

// withSheet returns a site whose page names its style sheet, and is large enough to be
// read in more than one go.
func withSheet(word string) *Site {
	sheet := word + " style"
	name := "css/sheet." + sumOf([]byte(sheet)) + ".css"
	return siteOf(map[string]string{name: sheet, "index.html": name + " " + strings.Repeat(word, 100_000)})
}

// read reads a page and the style sheet that it names.
func read(t *testing.T, address string) {
	page, status := get(t, address+"/")
	name, rest, _ := strings.Cut(page, " ")
	if status != http.StatusOK || rest != strings.Repeat("old", 100_000) && rest != strings.Repeat("new", 100_000) {
		t.Errorf("the page is of no release: %d, %d bytes", status, len(page))
		return
	}
	if sheet, status := get(t, address+"/"+name); status != http.StatusOK || sheet != rest[:3]+" style" {
		t.Errorf("the style sheet of the page: %d %q", status, sheet)
	}
}

func get(t *testing.T, address string) (text string, status int) {
	answer, err := http.Get(address)
	if err != nil {
		t.Error(err)
		return "", 0
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Error(err)
	}
	return string(body), answer.StatusCode
}
