package render

import (
	"path/filepath"
	"testing"

	"comwijzer/tools/internal/diag"
)

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

func TestHugoMessages(t *testing.T) {
	r := &Rendering{Root: "/site"}
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
	if left, _ := filepath.Glob(filepath.Join(dir, "*")); len(left) != 1 || filepath.Base(left[0]) != "before" {
		t.Error("the gate is not where it should be")
	}
}
