package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Hugo may wait for ever when ten pages or more have errors; wijzer does not.
func TestManyPagesWithErrors(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "site")
	if err := miniSite(dir); err != nil {
		t.Fatal(err)
	}
	multiply(t, dir, 40)
	fault := `{{ define "main" }}{{ .Page.nosuch }}{{ end }}`
	if err := os.WriteFile(filepath.Join(dir, "layouts", "page.html"), []byte(fault), 0o666); err != nil {
		t.Fatal(err)
	}
	tries := 2 // whether Hugo gets stuck is a matter of chance
	if *trial {
		tries = 20
	}
	for range tries {
		cmd := exec.Command("wijzer", "build")
		cmd.Dir = dir
		output, _ := cmd.CombinedOutput()
		if code := cmd.ProcessState.ExitCode(); code != 1 || !strings.Contains(string(output), "layouts/page.html:1:") {
			t.Errorf("exit code %d\n%s", code, output)
		}
	}
}

// multiply adds copies of a page to a small site.
func multiply(t *testing.T, dir string, n int) {
	t.Helper()
	for _, language := range []string{"nl", "en"} {
		text, err := os.ReadFile(filepath.Join(dir, "content", "netwerk", "delen."+language+".md"))
		if err != nil {
			t.Fatal(err)
		}
		for i := range n {
			_, rest, _ := strings.Cut(string(text), "\nsummary")
			page := fmt.Sprintf("---\ntitle: Deel %d\nsummary%s", i, rest)
			name := fmt.Sprintf("deel-%d.%s.md", i, language)
			if err := os.WriteFile(filepath.Join(dir, "content", "netwerk", name), []byte(page), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
}
