package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"comwijzer/tools/internal/patience"
	"comwijzer/tools/internal/starter"
)

// A session is a running wijzer serve on a copy of the small site.
type session struct {
	*testing.T
	dir, address string
	cmd          *exec.Cmd
	log          *logBuffer
}

type logBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *logBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *logBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

func startPreview(t *testing.T, prepare func(dir string)) *session {
	t.Helper()
	p := &session{T: t, dir: filepath.Join(t.TempDir(), "site"), log: &logBuffer{}}
	if err := miniSite(p.dir); err != nil {
		t.Fatal(err)
	}
	if prepare != nil {
		prepare(p.dir)
	}
	p.cmd = exec.Command("wijzer", "serve", "--port", "0")
	p.cmd.Dir, p.cmd.Stderr = p.dir, p.log
	output, err := p.cmd.StdoutPipe()
	if err == nil {
		err = p.cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		p.cmd.Process.Signal(os.Interrupt)
		p.cmd.Wait()
	})
	line, err := bufio.NewReader(output).ReadString('\n')
	if err != nil {
		t.Fatalf("no address: %v\n%s", err, p.log)
	}
	p.address = strings.TrimSpace(line)
	return p
}

// get returns the status and the text at a path.
func (p *session) get(path string) (int, string) {
	p.Helper()
	answer, err := http.Get(p.address + path)
	if err != nil {
		p.Fatal(err)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		p.Fatal(err)
	}
	return answer.StatusCode, string(text)
}

// await asks until good says yes.
func (p *session) await(what, path string, good func(status int, text string) bool) {
	p.Helper()
	var status int
	var text string
	for end := patience.Deadline(p.T); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if status, text = p.get(path); good(status, text) {
			return
		}
	}
	p.Fatalf("%s: never; status %d\n%s\nterminal:\n%s", what, status, text, p.log)
}

func contains(part string) func(int, string) bool {
	return func(_ int, text string) bool { return strings.Contains(text, part) }
}

func lacks(part string) func(int, string) bool {
	return func(_ int, text string) bool { return !strings.Contains(text, part) }
}

func (p *session) file(name string) string { return filepath.Join(p.dir, filepath.FromSlash(name)) }

func (p *session) write(name, text string) {
	p.Helper()
	if err := os.MkdirAll(filepath.Dir(p.file(name)), 0o777); err != nil {
		p.Fatal(err)
	}
	if err := os.WriteFile(p.file(name), []byte(text), 0o666); err != nil {
		p.Fatal(err)
	}
}

func (p *session) read(name string) string {
	p.Helper()
	text, err := os.ReadFile(p.file(name))
	if err != nil {
		p.Fatal(err)
	}
	return string(text)
}

const partsNL = "content/netwerk/delen.nl.md"

func TestServePages(t *testing.T) {
	t.Parallel()
	p := startPreview(t, nil)
	if status, text := p.get("netwerk/delen/"); status != 200 || !strings.Contains(text, `src="/-/live.js?version=`) {
		t.Errorf("page: %d\n%s", status, text)
	}
	if status, text := p.get("en/nothing/here"); status != 404 || !strings.Contains(text, "404 en") {
		t.Errorf("missing page: %d\n%s", status, text)
	}
	if status, text := p.get("nothing"); status != 404 || !strings.Contains(text, "404 nl") {
		t.Errorf("missing page: %d\n%s", status, text)
	}
	if status, _ := p.get("..%2f..%2f..%2fconfig.toml"); status != 404 {
		t.Errorf("outside the site: %d", status)
	}
	for _, lang := range []string{"nl", "en"} { // asked at once, before it is made
		if status, text := p.get("search-" + lang + "/index.json"); status != 200 || !strings.Contains(text, `"packed"`) {
			t.Errorf("search in %s: %d\n%s", lang, status, text)
		}
	}
	p.checkHeaders("en/", "text/html; charset=utf-8")
	p.checkHeaders("-/live.css", "text/css; charset=utf-8")
	p.checkHeaders("search-nl/index.json", "application/json")
	if pages := p.read(".gen/preview/pages/index.html"); strings.Contains(pages, "/-/") {
		t.Error("the script of the preview is in the file")
	}
	if _, err := os.Stat(p.file("public")); err == nil {
		t.Error("public/ was made")
	}
}

func (p *session) checkHeaders(path, kind string) {
	p.Helper()
	answer, err := http.Head(p.address + path)
	if err != nil {
		p.Fatal(err)
	}
	if got := answer.Header.Get("Content-Type"); got != kind || answer.Header.Get("Cache-Control") != "no-store" {
		p.Errorf("%s: %v", path, answer.Header)
	}
}

// Only this machine may look, by its own name.
// A site that wijzer new makes is shown at once, with nothing installed.
func TestServeNewSite(t *testing.T) {
	p := startPreview(t, func(dir string) {
		o := starter.Options{Name: "Sicher", Languages: []string{"de", "en"}, Country: "DE", Today: time.Now()}
		if err := errors.Join(os.RemoveAll(dir), starter.Make(dir, o)); err != nil {
			t.Fatal(err)
		}
	})
	for _, path := range []string{"/", "/en/", "/suche/", "/ueber/so-arbeitet-diese-website/", "/en/about/how-it-works/"} {
		p.await("a page of a new site", path, contains("Sicher"))
	}
	if _, page := p.get("/en/about/how-it-works/"); !strings.Contains(page, "checks that protect readers") {
		t.Error("the page on how the site works does not say that safety is off")
	}
}

func TestServeOtherHost(t *testing.T) {
	t.Parallel()
	p := startPreview(t, nil)
	request, err := http.NewRequest(http.MethodGet, p.address, nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Host = "elsewhere.example"
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	if answer.StatusCode != http.StatusForbidden {
		t.Errorf("as another host: %s", answer.Status)
	}
}

func TestServeFollowsFiles(t *testing.T) {
	t.Parallel()
	p := startPreview(t, nil)
	good := p.read(partsNL)

	p.write(partsNL, good+"\nEen zin erbij.\n")
	p.await("saved page", "netwerk/delen/", contains("Een zin erbij."))

	p.write("layouts/home.html", `{{ define "main" }}<p>Nieuw sjabloon</p>{{ end }}`)
	p.await("saved template", "", contains("Nieuw sjabloon"))

	p.write("static/beeld/nieuw.txt", "nieuw")
	p.await("file in a new folder", "beeld/nieuw.txt", contains("nieuw"))
	p.write("static/beeld/nieuw.txt", "nieuwer")
	p.await("file in a folder that came later", "beeld/nieuw.txt", contains("nieuwer"))

	if err := os.RemoveAll(p.file("static")); err != nil {
		t.Fatal(err)
	}
	p.await("removed folder", "robots.txt", func(status int, _ string) bool { return status == 404 })
	p.write("static/robots.txt", "terug")
	p.await("folder that came back", "robots.txt", contains("terug"))

	// An editor that writes beside the file and renames, after a burst.
	for range 50 {
		p.write(partsNL, good[:len(good)/2])
	}
	p.write("content/netwerk/.delen.nl.md.swp", "no page")
	p.write("content/netwerk/delen.nl.md.tmp", good+"\nNa de storm.\n")
	if err := os.Rename(p.file("content/netwerk/delen.nl.md.tmp"), p.file(partsNL)); err != nil {
		t.Fatal(err)
	}
	p.await("renamed over", "netwerk/delen/", contains("Na de storm."))
}

// live is what the panel on a page gets.
type live struct {
	Version   string
	Failed    bool
	Failure   string
	Source    string
	Here      []struct{ File, Rule, Message, Hint string }
	Elsewhere []struct{ File, Rule string }
}

func (p *session) live(path string) live {
	p.Helper()
	var l live
	_, text := p.get("-/findings?path=" + path)
	if err := json.Unmarshal([]byte(text), &l); err != nil {
		p.Fatalf("%v\n%s", err, text)
	}
	return l
}

func TestServeFindings(t *testing.T) {
	t.Parallel()
	p := startPreview(t, nil)
	good := p.read(partsNL)
	before := p.live("/netwerk/delen/")
	if before.Failed || before.Source != partsNL || len(before.Here) > 0 {
		t.Errorf("at the start: %+v", before)
	}
	p.write(partsNL, strings.Replace(good, "cite:boek", "cite:boekje", 1)+"\nFout.\n")
	p.await("findings", "-/findings?path=/netwerk/delen/", contains("reference-unknown"))
	broken := p.live("/netwerk/delen/")
	if !broken.Failed || broken.Version != before.Version || len(broken.Here) == 0 || broken.Here[0].Hint == "" {
		t.Errorf("after a fault: %+v", broken)
	}
	if other := p.live("/en/"); len(other.Here) != 0 || len(other.Elsewhere) == 0 {
		t.Errorf("on another page: %+v", other)
	}
	if _, text := p.get("netwerk/delen/"); strings.Contains(text, "Fout.") {
		t.Error("the last good page did not stay")
	}
	if !strings.Contains(p.log.String(), `delen.nl.md:8:21: unknown source "boekje" (reference-unknown)`) {
		t.Errorf("not in the terminal:\n%s", p.log)
	}
	p.write(partsNL, good)
	p.await("mended", "-/findings", lacks("reference-unknown"))
	if after := p.live("/netwerk/delen/"); after.Failed || after.Version != before.Version {
		t.Errorf("after mending: %+v", after)
	}
}

// A saved page comes before the rules have looked at the site, where it can be
// rendered: what they find stands on the page that it is about.
func TestServeSavedPageFirst(t *testing.T) {
	t.Parallel()
	p := startPreview(t, nil)
	p.await("the end of the first build", "search-nl/index.json", contains(`"packed"`))
	good := p.read(partsNL)
	p.write(partsNL, good+"\nFout: [weg](weg.md).\n")
	p.await("saved page", "netwerk/delen/", contains("Fout:"))
	p.await("finding", "-/findings?path=/netwerk/delen/", contains("weg.md"))
	now := p.live("/netwerk/delen/")
	if !now.Failed || len(now.Here) == 0 || now.Here[0].File != partsNL {
		t.Errorf("after a fault: %+v", now)
	}
	p.write(partsNL, good)
	p.await("mended", "-/findings?path=/netwerk/delen/", lacks("weg.md"))
}

// Faults that only pages show come after the pages.
func TestServeBuiltFindings(t *testing.T) {
	t.Parallel()
	p := startPreview(t, nil)
	layout := p.read("layouts/baseof.html")
	p.write("layouts/baseof.html", strings.Replace(layout, ` lang="{{ site.Language.Lang }}"`, "", 1))
	p.await("findings in pages", "-/findings?path=/netwerk/delen/", contains("built-lang"))
	if now := p.live("/netwerk/delen/"); len(now.Here) == 0 || now.Failed {
		t.Errorf("findings in pages: %+v", now)
	}
}

// A site with errors from the start is served as soon as it is mended.
func TestServeBrokenAtStart(t *testing.T) {
	t.Parallel()
	p := startPreview(t, func(dir string) { os.Remove(filepath.Join(dir, "data", "sources", "boek.yaml")) })
	if status, text := p.get("netwerk/"); status != 503 || !strings.Contains(text, "Not built yet") {
		t.Errorf("before the first good build: %d\n%s", status, text)
	}
	record, err := os.ReadFile("testdata/mini/data/sources/boek.yaml")
	if err != nil {
		t.Fatal(err)
	}
	p.write("data/sources/boek.yaml", string(record))
	p.await("mended", "netwerk/", func(status int, _ string) bool { return status == 200 })
}

// The browser hears of a new build without asking.
func TestServeEvents(t *testing.T) {
	t.Parallel()
	p := startPreview(t, nil)
	answer, err := http.Get(p.address + "-/events?path=/netwerk/delen/")
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	lines := bufio.NewScanner(answer.Body)
	next := func() (now live) {
		for lines.Scan() {
			if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				if err := json.Unmarshal([]byte(data), &now); err != nil {
					t.Fatal(err)
				}
				return now
			}
		}
		t.Fatal("the stream ended")
		return now
	}
	first := next().Version
	p.write(partsNL, p.read(partsNL)+"\nMeer.\n")
	for next().Version == first {
	}
}

func TestServeStops(t *testing.T) {
	t.Parallel()
	p := startPreview(t, nil)
	second := exec.Command("wijzer", "serve", "--port", "0")
	second.Dir = p.dir
	output, err := second.CombinedOutput()
	if second.ProcessState.ExitCode() != 3 || !strings.Contains(string(output), "serve on "+p.address) {
		t.Errorf("a second preview of the same site: %v\n%s", err, output)
	}
	p.cmd.Process.Signal(os.Interrupt)
	if err := p.cmd.Wait(); err != nil {
		t.Errorf("after Ctrl-C: %v\n%s", err, p.log)
	}
	if _, err := os.Stat(p.file(".gen/preview")); err == nil {
		t.Error("the preview's pages are still there")
	}
	if p.log.String() != "" {
		t.Errorf("said on the terminal: %s", p.log)
	}
}
