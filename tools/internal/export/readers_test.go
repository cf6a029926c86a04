package export

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/site"
)

// Here every download is read back by a program that we did not write: first
// a small site that is as difficult as we could make it, then this one.

func eachSite(t *testing.T, check func(t *testing.T, s *site.Site)) {
	t.Run("fixture", func(t *testing.T) { check(t, loadFixture(t, downloadsFixture)) })
	t.Run("repository", func(t *testing.T) {
		s, _ := site.Load(os.DirFS("../../.."))
		check(t, s)
	})
}

// written makes exports and returns their files, in the order of paths.
func written(t *testing.T, s *site.Site, paths ...string) []string {
	t.Helper()
	dir := t.TempDir()
	var files []string
	for _, path := range paths {
		i := slices.IndexFunc(Exports(), func(e Export) bool { return e.Path == "static/downloads/"+path })
		data, err := Exports()[i].Make(s)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, filepath.Join(dir, path))
		if err := os.WriteFile(files[len(files)-1], data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// systemPython is the one that apt installs readers for; another may come
// first on the PATH.
const systemPython = "/usr/bin/python3"

// read runs a script in testdata and decodes what it tells.
func read(t *testing.T, script string, files []string, into any) {
	t.Helper()
	out := run(t, systemPython, append([]string{filepath.Join("testdata", script)}, files...)...)
	if err := json.Unmarshal(out, into); err != nil {
		t.Fatal(err)
	}
}

func run(t *testing.T, program string, args ...string) []byte {
	t.Helper()
	var out, complaint bytes.Buffer
	cmd := exec.Command(program, args...)
	cmd.Stdout, cmd.Stderr = &out, &complaint
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s %v: %v\n%s\nwhat tests need comes with: wijzer doctor --install", program, args, err, complaint.String())
	}
	if text := complaint.String(); strings.Contains(strings.ToLower(text), "warning") {
		t.Errorf("%s complains: %s", program, text)
	}
	return out.Bytes()
}

// entriesOf returns the glossary in all languages: "nl/zin".
func entriesOf(s *site.Site) map[string]*glossary.Entry {
	out := map[string]*glossary.Entry{}
	for _, lang := range s.Languages {
		for _, e := range s.Glossary(lang) {
			out[lang+"/"+e.Term.ID] = e
		}
	}
	return out
}
