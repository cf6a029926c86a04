package main

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"comwijzer/tools/internal/failure"
)

const cited = "De melder krijgt binnen twee werkdagen bericht van een medewerker, die met hem bespreekt wat er nodig is en wie dat doet."

// The whole command: a retracted work, a passage that goes, the claim that
// rests on it, and a run that is interrupted.
func TestSources(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "site")
	if err := miniSite(dir); err != nil {
		t.Fatal(err)
	}
	text, hang := cited, make(chan bool)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case strings.HasPrefix(r.URL.Path, "/works/"):
			fmt.Fprint(w, `{"message": {"title": ["Een rapport"], "updated-by": [{"DOI": "10.5555/n", "type": "retraction"}]}}`)
		case r.URL.Path == "/works":
			fmt.Fprint(w, `{"message": {"items": []}}`)
		case r.URL.Path == "/hangt":
			hang <- true
			<-r.Context().Done()
		case r.URL.Path == "/pagina":
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprintf(w, "<title>Melden</title><main><h1>Melden</h1><p>%s</main>", text)
		default:
			http.NotFound(w, r)
		}
	}))
	defer server.Close()
	source := func(id, fields string) {
		name := filepath.Join(dir, "data", "sources", id+".yaml")
		if err := os.WriteFile(name, []byte("type: report\ntitle: Een rapport\nlabel: R\ngrade: primary\nkind_of_use: read\nabout: R.\n"+fields), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	source("rapport", "DOI: 10.5555/abc\nURL: "+server.URL+"/pagina\n")
	claim := filepath.Join(dir, "content", "claim.nl.md")
	if err := os.WriteFile(claim, []byte("---\ntitle: A\ntype: explainer\n---\nZo gaat dat. [z.p.](cite:rapport)\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	mistake := "source: rapport\nlocator: {nl: z.p.}\nwrong: {nl: Het rapport noemt een verkeerde dag.}\ninstead: {nl: Wij noemen geen dag.}\n"
	if err := errors.Join(os.Mkdir(filepath.Join(dir, "data", "mistakes"), 0o777), os.WriteFile(filepath.Join(dir, "data", "mistakes", "dag.yaml"), []byte(mistake), 0o666)); err != nil {
		t.Fatal(err)
	}
	wijzer := func(args ...string) *exec.Cmd {
		cmd := exec.Command("wijzer", append([]string{"-C", dir}, args...)...)
		cmd.Env = append(os.Environ(), "WIJZER_TEST_ALLOW_LOOPBACK=1")
		return cmd
	}
	run := func(args ...string) *exec.Cmd {
		return wijzer(append([]string{"sources", "verify", "--crossref", server.URL}, args...)...)
	}
	expect := func(cmd *exec.Cmd, code int, wants ...string) {
		t.Helper()
		out, _ := cmd.CombinedOutput()
		if got := cmd.ProcessState.ExitCode(); got != code {
			t.Errorf("exit code %d, want %d\n%s", got, code, out)
		}
		for _, want := range wants {
			if !regexp.MustCompile("(?m)" + want).Match(out) {
				t.Errorf("no %q in\n%s", want, out)
			}
		}
	}
	expect(run(), failure.ExitFindings, `^data/sources/rapport\.yaml:7:6: DOI "10\.5555/abc" was retracted \(notice "10\.5555/n"\) \(source-standing\)$`,
		"asked about 1 of 1 work, read 1 of 1 page in", "1 error in 1 file")
	text = strings.ToUpper(strings.Repeat("Hier staat nu iets heel anders te lezen. ", 9))
	expect(run("--all", "--format", "sarif"), failure.ExitFindings, `"source-passage"`, `"content/claim.nl.md"`, "4 errors in 3 files")

	expect(wijzer("links", "--only", "127.0.0.1"), failure.ExitFindings, `^data/mistakes/dag\.yaml:2:15: this rests on what changed: .*\n +hint: read the source again: if the mistake is mended, write the day under mended`)

	source("traag", "URL: "+server.URL+"/hangt\n")
	if err := os.WriteFile(claim, []byte("---\ntitle: A\ntype: explainer\n---\nZo gaat dat. [z.p.](cite:rapport) [z.p.](cite:traag)\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	cmd := run()
	go func() { <-hang; cmd.Process.Signal(syscall.SIGINT) }()
	expect(cmd, failure.ExitInterrupted, "interrupted: asked about 0 of 0 works, read 0 of 1 page, and kept that")
}
