package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/links"
)

// A survey that is interrupted keeps what it found, and the next one goes on
// from there.
func TestLinksInterrupted(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "site")
	if err := miniSite(dir); err != nil {
		t.Fatal(err)
	}
	stuck := make(chan bool, 1)
	release := make(chan bool)
	// A host is asked in order: when the second address is asked, the verdict on
	// the first is there.
	base := linkServer(t, "", func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/traag" {
			select {
			case stuck <- true:
			default:
			}
			select {
			case <-release:
			case <-r.Context().Done():
			}
		}
		http.NotFound(w, r)
	})
	contact(t, dir, "weg", base+"/gone")
	contact(t, dir, "traag", base+"/traag")

	var output strings.Builder
	cmd := linksCommand(dir, &output)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	<-stuck
	cmd.Process.Signal(syscall.SIGINT)
	cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != failure.ExitInterrupted || !strings.Contains(output.String(), "interrupted: 1 of 2 links asked, and kept in checks/links.json") {
		t.Errorf("exit code %d\n%s", code, &output)
	}
	verdicts(t, dir, "never-checked", "gone")

	close(release)
	output.Reset()
	cmd = linksCommand(dir, &output)
	cmd.Run()
	if code := cmd.ProcessState.ExitCode(); code != failure.ExitFindings || !strings.Contains(output.String(), "asked 1 of 2 links") {
		t.Errorf("exit code %d\n%s", code, &output)
	}
	verdicts(t, dir, "gone", "gone")
	if strings.ContainsAny(output.String(), "\r\x1b") {
		t.Errorf("progress in a pipe: %q", &output)
	}
}

func TestLinksAlive(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "site")
	if err := miniSite(dir); err != nil {
		t.Fatal(err)
	}
	contact(t, dir, "blad", linkServer(t, "application/pdf", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "%PDF") })+"/a.pdf")
	contact(t, dir, "dicht", linkServer(t, "", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(403) })+"/b")
	var output strings.Builder
	cmd := linksCommand(dir, &output)
	if err := cmd.Run(); err != nil {
		t.Errorf("%v\n%s", err, &output)
	}
	for _, want := range []string{"data/contacts/dicht.yaml:5:6: ", "  1  alive\n", "  1  blocked\n"} {
		if !strings.Contains(output.String(), want) {
			t.Errorf("no %q in\n%s", want, &output)
		}
	}
}

func linkServer(t *testing.T, kind string, page http.HandlerFunc) string {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		if kind != "" {
			w.Header().Set("Content-Type", kind)
		}
		page(w, r)
	}))
	t.Cleanup(server.Close)
	return server.URL
}

func contact(t *testing.T, dir, id, web string) {
	t.Helper()
	name := filepath.Join(dir, "data", "contacts", id+".yaml")
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	text := "name: {nl: A, en: B}\npurpose: {nl: A., en: B.}\naudience: [politie]\norder: 1\nweb: " + web + "\n"
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func linksCommand(dir string, output *strings.Builder) *exec.Cmd {
	cmd := exec.Command("wijzer", "links")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "WIJZER_TEST_ALLOW_LOOPBACK=1")
	cmd.Stdout, cmd.Stderr = output, output
	return cmd
}

// verdicts demands what the file says of the addresses that end in traag and gone.
func verdicts(t *testing.T, dir string, slow, gone links.Verdict) {
	t.Helper()
	entries, err := links.Ledger.Load(dir)
	if err != nil || len(entries) != 2 {
		t.Fatalf("%v, %v", entries, err)
	}
	for _, e := range entries {
		if want := map[bool]links.Verdict{true: slow, false: gone}[strings.HasSuffix(e.Address, "/traag")]; e.Verdict != want {
			t.Errorf("%+v, want %s", e, want)
		}
	}
}
