package render

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// What is saved is rendered again, and nothing else, in the same bytes as by Hugo
// that starts afresh.
func TestKept(t *testing.T) {
	layout := `{{ .Content }}{{ index hugo.Data.gen.pages.en .Path }}{{ .Store.Add "n" 1 }}{{ .Store.Get "n" }}{{ range first 3 site.RegularPages }}{{ .Title }}{{ end }}`
	request := tiny(t, layout)
	write := func(name, text string) {
		t.Helper()
		file := filepath.Join(request.Root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("config.toml", "baseURL = 'https://example.org/'\ndisableKinds = ['taxonomy', 'term', '404', 'sitemap']\n[languages.en]\nweight = 1\n[languages.nl]\nweight = 2")
	write("data/gen/pages.json", `{"en": {"/7": "old", "/8": "eight"}, "nl": {}}`)
	write("content/7.nl.md", "---\ntitle: zeven\n---\nzeven")
	kept, found, err := Keep(t.Context(), request)
	if err != nil || len(found.Findings) > 0 {
		t.Fatal(found, err)
	}
	defer kept.Close()
	again := func(change Change, want ...string) {
		t.Helper()
		if pages, err := kept.Again(t.Context(), change); err != nil || len(pages.Findings) > 0 {
			t.Fatal(pages, err)
		}
		if got := made(t, request.Out); !slices.Equal(got, want) {
			t.Errorf("rendered %q, want %q", got, want)
		}
	}
	again(Change{})
	for i := range 3 {
		write("content/7.md", fmt.Sprintf("---\ntitle: page\n---\nsaved %d times", i))
		again(Change{Saved: []string{"content/7.md"}, Data: Data{"pages": {"en": {"/7": "new"}}, "none": {"en": {"x": 1}}}}, "7/index.html")
	}
	last := read(t, request.Out, "7/index.html")
	write("data/gen/pages.json", `{"en": {"/7": "new", "/8": "eight"}, "nl": {}}`)
	if err := os.RemoveAll(request.Out); err != nil {
		t.Fatal(err)
	}
	again(Change{Only: []string{"/7", "/8"}}, "8/index.html", "nl/7/index.html") // the English 7 is as it was
	if _, err := Run(t.Context(), request); err != nil {
		t.Fatal(err)
	}
	if fresh := read(t, request.Out, "7/index.html"); fresh != last {
		t.Errorf("kept:\n%s\nafresh:\n%s", last, fresh)
	}
}

func read(t *testing.T, dir, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// made lists the pages below dir.
func made(t *testing.T, dir string) (names []string) {
	t.Helper()
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && filepath.Ext(name) == ".html" {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}
