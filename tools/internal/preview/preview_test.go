package preview

import (
	"context"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

func TestHugoPath(t *testing.T) {
	for file, want := range map[string]string{
		"content/netwerk/wat-is-com.nl.md": "/netwerk/wat-is-com", "content/netwerk/_index.en.md": "/netwerk",
		"content/_index.nl.md": "/", "content/Netwerk/Nieuw.nl.md": "/netwerk/nieuw", "content/a/b/index.nl.md": "/a/b",
	} {
		if got := hugoPath(file); got != want {
			t.Errorf("%s: %q, want %q", file, got, want)
		}
	}
}

func TestDebounce(t *testing.T) { synctest.Test(t, testDebounce) }

func testDebounce(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	hits, changes := make(chan string), make(chan []string)
	go debounce(ctx, hits, changes)
	for _, hit := range []string{"a", "b", "c"} {
		hits <- hit
	}
	if got := <-changes; strings.Join(got, "") != "abc" {
		t.Errorf("got %v", got)
	}
	// What comes while nobody listens is not lost.
	hits <- "d"
	time.Sleep(2 * calm)
	hits <- "e"
	if got := <-changes; strings.Join(got, "") != "de" {
		t.Errorf("got %v", got)
	}
}

func TestRedirectStaysHere(t *testing.T) {
	for path, want := range map[string]bool{"/a": true, "/a/": false, "/a/index.html": false} {
		if needsSlash(path) != want {
			t.Errorf("%s: want %v", path, want)
		}
	}
	for host, want := range map[string]bool{
		"localhost:1313": true, "127.0.0.1": true, "[::1]:80": true, "evil.example": false, "127.0.0.1.evil.example:80": false, "10.0.0.1:80": false,
	} {
		if isLoopback(host) != want {
			t.Errorf("%s: want %v", host, want)
		}
	}
}
