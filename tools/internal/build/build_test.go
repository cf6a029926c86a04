package build

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"comwijzer/tools/internal/diag"
)

// makeTree writes empty files, or folders for names that end in a slash.
func makeTree(t *testing.T, dir string, names ...string) {
	t.Helper()
	for _, name := range names {
		path := filepath.Join(dir, filepath.FromSlash(name))
		err := os.MkdirAll(filepath.Dir(path), 0o777)
		if strings.HasSuffix(name, "/") {
			err = errors.Join(err, os.MkdirAll(path, 0o777))
		} else {
			err = errors.Join(err, os.WriteFile(path, nil, 0o666))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestFindRoot(t *testing.T) {
	dir := t.TempDir()
	makeTree(t, dir, "site/config.toml", "site/content/deep/er/", "config.toml")
	if root, err := FindRoot(filepath.Join(dir, "site", "content", "deep", "er")); err != nil || root != filepath.Join(dir, "site") {
		t.Errorf("from deep down: %q, %v", root, err)
	}
	_, err := FindRoot(dir)
	if failure := new(Failure); !errors.As(err, &failure) || failure.Code != ExitUsage {
		t.Errorf("with config.toml alone: %v", err)
	}
}

func TestResolveOut(t *testing.T) {
	root := filepath.Join(t.TempDir(), "site")
	makeTree(t, root, "content/", "public/.wijzer", "public/index.html", "photos/a.jpg", "empty/", "file")
	for out, good := range map[string]bool{
		"public": true, "empty": true, "new": true, "new/below": true, "../beside": true,
		"photos": false, "file": false, ".": false, "..": false, "/": false,
		"content": false, "content/new": false, "./data": false, "new/../static": false, ".gen": false, "tools/x": false,
	} {
		if _, err := resolveOut(root, out); (err == nil) != good {
			t.Errorf("%q: %v", out, err)
		}
	}
}

// Each case is what a killed run can leave; sweep must bring the last good back.
func TestSweep(t *testing.T) {
	for name, c := range map[string]struct{ left, want []string }{
		"killed in a build":             {[]string{"public/good", ".public.wijzer-1/.wijzer", ".public.wijzer-1/half"}, []string{"public"}},
		"killed before the mark":        {[]string{"public/good", ".public.wijzer-1/"}, []string{"public"}},
		"killed between two renames":    {[]string{".public.wijzer-last/good", ".public.wijzer-last/.wijzer", ".public.wijzer-1/.wijzer"}, []string{"public"}},
		"killed after both renames":     {[]string{"public/good", ".public.wijzer-last/old", ".public.wijzer-last/.wijzer"}, []string{"public"}},
		"somebody else's, without mark": {[]string{"public/good", ".public.wijzer-photos/a.jpg"}, []string{".public.wijzer-photos", "public"}},
	} {
		dir := t.TempDir()
		makeTree(t, dir, c.left...)
		if err := sweep(filepath.Join(dir, "public")); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if !exists(filepath.Join(dir, "public", "good")) {
			t.Errorf("%s: the last good result is gone", name)
		}
		entries, _ := os.ReadDir(dir)
		var got []string
		for _, e := range entries {
			got = append(got, e.Name())
		}
		if strings.Join(got, " ") != strings.Join(c.want, " ") {
			t.Errorf("%s: left %v, want %v", name, got, c.want)
		}
	}
}

// A stage of a run that is at work is not a leftover.
func TestSweepLeavesOthers(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	working, err := openStage(out)
	if err != nil {
		t.Fatal(err)
	}
	defer working.discard()
	other, err := openStage(out)
	if err != nil {
		t.Fatal(err)
	}
	other.discard()
	if !exists(working.dir) {
		t.Error("the stage of another run was removed")
	}
}

func TestReplaceInSteps(t *testing.T) {
	dir := t.TempDir()
	makeTree(t, dir, "public/old", "stage/new")
	if err := replaceInSteps(filepath.Join(dir, "stage"), filepath.Join(dir, "public")); err != nil {
		t.Fatal(err)
	}
	if !exists(filepath.Join(dir, "public", "new")) || !exists(filepath.Join(dir, "stage", "old")) {
		t.Error("not exchanged")
	}
}

func TestLockSaysWho(t *testing.T) {
	root := t.TempDir()
	held, err := acquire(t.Context(), root, "lock", "build", 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := acquire(t.Context(), root, "lock", "serve", 0); err == nil || !strings.Contains(err.Error(), "wijzer build, process ") {
		t.Errorf("second: %v", err)
	}
	held.release()
	again, err := acquire(t.Context(), root, "lock", "serve", 0)
	if err != nil {
		t.Fatal(err)
	}
	again.release()
}

func TestParseBaseURL(t *testing.T) {
	for address, want := range map[string]string{
		"https://example.org": "https://example.org/", "http://localhost:1313/": "http://localhost:1313/",
		"https://example.org/a/b": "https://example.org/a/b/",
		"example.org":             "", "/": "", "": "", "ftp://example.org/": "", "https://": "", "https:///a": "",
		"https://example.org/?q": "", "https://example.org/#a": "", "https://me@example.org/": "", "https://exa mple.org": "",
	} {
		got, err := ParseBaseURL(address)
		if got != want || (err == nil) != (want != "") {
			t.Errorf("%q: %q, %v", address, got, err)
		}
	}
}

func TestLanguageGlob(t *testing.T) {
	dir := t.TempDir()
	makeTree(t, dir, "index.html", "netwerk/", "en/", "a{b/")
	for language, want := range map[string]string{"nl": `{*.html,a\{b/**/*.html,netwerk/**/*.html}`, "en": "en/**/*.html"} {
		if got, err := languageGlob(dir, language, []string{"nl", "en"}); err != nil || got != want {
			t.Errorf("%s: %q, %v", language, got, err)
		}
	}
}

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

func TestHugoMessages(t *testing.T) {
	r := &rendering{root: "/site"}
	position, message := r.locate(`unknown figure "x": "/site/content/a.nl.md:12:5"`)
	if position.String() != "content/a.nl.md:12:5" || message != `unknown figure "x"` {
		t.Errorf("errorf: %v %q", position, message)
	}
	if position, message = r.locate("no place\n at all"); position != (diag.Position{}) || message != "no place at all" {
		t.Errorf("without a place: %v %q", position, message)
	}
	chain := `render of "content/a.nl.md" failed: template: page.html:1:2: executing "main" at <partial "x.html" .>: ` +
		`error calling partial: template: x.html:3:4: executing "x.html" at <.Nope>: can't evaluate field Nope`
	if got := condense(chain); got != "can't evaluate field Nope, while rendering content/a.nl.md" {
		t.Errorf("chain: %q", got)
	}
}

func TestAtLeast(t *testing.T) {
	for _, c := range []struct {
		version, want string
		met           bool
	}{{"20.1.0", "20", true}, {"18.19.1", "20", false}, {"1.26", "1.26", true}, {"1.9.9", "1.26", false}, {"2", "1.26", true}, {"", "20", false}, {"3", "", true}} {
		if atLeast(c.version, c.want) != c.met {
			t.Errorf("%q at least %q: want %v", c.version, c.want, c.met)
		}
	}
}

func TestGate(t *testing.T) {
	dir := t.TempDir()
	gate := &gateFs{Fs: &sourceFs{}}
	write := func(name string) {
		file, err := gate.Create(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		file.WriteString("text")
		file.Close()
	}
	write("before")
	gate.close()
	write("after")
	if !exists(filepath.Join(dir, "before")) || exists(filepath.Join(dir, "after")) {
		t.Error("the gate is not where it should be")
	}
}

func TestDebounce(t *testing.T) {
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
