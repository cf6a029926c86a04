package browser

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// How much each layer of search adds for strangers, beside bare Pagefind on the same pages: the table of docs/search.md.
func TestAblationOfSearch(t *testing.T) {
	t.Parallel()
	if !*trial {
		t.Skip("only with -trial")
	}
	if err := buildSite(); err != nil {
		t.Fatal(err)
	}
	s, dir := loadSite(t), t.TempDir()
	questions := map[string][]tuned{}
	for _, lang := range s.Languages {
		for _, q := range tunedIn(t, s, tuning, lang) {
			if q.Answers = pathsOf(s, q); !q.Own {
				questions[lang] = append(questions[lang], q)
			}
		}
	}
	text, err := json.Marshal(questions)
	if err != nil {
		t.Fatal(err)
	}
	asked := filepath.Join(dir, "questions.json")
	if err := os.WriteFile(asked, text, 0o666); err != nil {
		t.Fatal(err)
	}
	programs, _ := filepath.Glob(npm(t, "@pagefind/*/bin/pagefind_extended*"))
	if len(programs) == 0 {
		t.Fatal("no Pagefind for this machine")
	}
	if out, err := exec.Command(programs[0], "--site", public, "--output-path", filepath.Join(dir, "pagefind")).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	server := httptest.NewServer(http.FileServer(http.Dir(dir)))
	defer server.Close()
	out, err := exec.Command("node", "testdata/ablation.mjs", public, asked, server.URL+"/pagefind/").CombinedOutput()
	t.Logf("\n%s", out)
	if err != nil {
		t.Fatal(err)
	}
}
