package render

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/spf13/afero"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/failure"
)

func TestMain(m *testing.M) {
	ServeChild()
	os.Exit(m.Run())
}

// A process that could not be started is not kept for the next Run, which tries again.
func TestPrepareKeepsNoFailure(t *testing.T) {
	defer func() { executable = os.Executable }()
	executable = func() (string, error) { return filepath.Join(t.TempDir(), "none"), nil }
	Prepare()
	executable = os.Executable
	child, err := take()
	if err != nil || child.cmd.Process == nil {
		t.Fatalf("no process to render with: %v", err)
	}
	child.end()
}

func TestHugoMessages(t *testing.T) {
	r := &rendering{Request: Request{Root: "/site"}}
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

// tiny makes a site with so many pages that Hugo gives up when all of them fail.
func tiny(t *testing.T, layout string) Request {
	t.Helper()
	root := t.TempDir()
	files := map[string]string{"config.toml": "baseURL = 'https://example.org/'\ndisableKinds = ['taxonomy', 'term', '404', 'sitemap']", "layouts/page.html": layout, "layouts/home.html": "home"}
	for i := range 40 {
		files[fmt.Sprintf("content/%d.md", i)] = "---\ntitle: page\n---\ntext"
	}
	for name, text := range files {
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o777), os.WriteFile(path, []byte(text), 0o666)); err != nil {
			t.Fatal(err)
		}
	}
	return Request{Root: root, Out: t.TempDir()}
}

func TestPages(t *testing.T) {
	request := tiny(t, "{{ warnf `think of %s` .RelPermalink }}{{ .Content }}")
	pages, err := Run(t.Context(), request)
	if err != nil || len(pages.Findings) != 40 || pages.Findings[0].Severity != diag.Warning {
		t.Errorf("%v, %v", pages.Findings, err)
	}
	if got := pages.Sources["/7/"]; got != (Source{File: "content/7.md", Path: "/7"}) {
		t.Errorf("source: %v", got)
	}
	if text, err := os.ReadFile(filepath.Join(request.Out, "7", "index.html")); string(text) != "<p>text</p>\n" {
		t.Errorf("page: %q, %v", text, err)
	}
}

// Hugo may wait for ever after ten pages with errors, and then says nothing.
func TestManyErrors(t *testing.T) {
	pages, err := Run(t.Context(), tiny(t, "{{ .Nope }}"))
	if err != nil || len(pages.Findings) == 0 || pages.Findings[0].Position.String() != "layouts/page.html:1:3" {
		t.Errorf("%v, %v", pages.Findings, err)
	}
}

// A process that ends without an answer is the machine's fault or a bug.
func TestCrash(t *testing.T) {
	for script, want := range map[string]string{
		"echo 'panic: no such thing' >&2; kill -9 $$": "internal error: hugo ended without an answer: panic: no such thing: signal: killed",
		"kill -9 $$": "the process that makes the pages was killed",
	} {
		child := &child{cmd: exec.Command("sh", "-c", script)}
		if err := child.start(); err != nil {
			t.Fatal(err)
		}
		_, err := child.ask(t.Context(), tiny(t, ""))
		known := new(failure.Error)
		if !errors.As(err, &known) || known.Code != failure.ExitEnvironment || known.Message != want {
			t.Errorf("%v", err)
		}
	}
}

// fullFs is a disk without room.
type fullFs struct{ afero.Fs }

func (f fullFs) OpenFile(name string, _ int, _ os.FileMode) (afero.File, error) {
	return nil, &os.PathError{Op: "write", Path: name, Err: syscall.ENOSPC}
}

func (f fullFs) Create(name string) (afero.File, error) { return f.OpenFile(name, 0, 0) }

func TestFullDisk(t *testing.T) {
	_, err := renderAll(tiny(t, "text"), fullFs{afero.NewOsFs()})
	if known := new(failure.Error); !errors.As(err, &known) || !strings.Contains(known.Hint, "the disk is full") {
		t.Errorf("%v", err)
	}
}

// Hugo takes a comma in a path for the end of it.
func TestFolderWithComma(t *testing.T) {
	request := tiny(t, "{{ .Content }}")
	root := filepath.Join(t.TempDir(), "one, two")
	if err := os.Rename(request.Root, root); err != nil {
		t.Fatal(err)
	}
	request.Root = root
	if pages, err := Run(t.Context(), request); err != nil || len(pages.Findings) != 0 {
		t.Error(pages.Findings, err)
	}
}
