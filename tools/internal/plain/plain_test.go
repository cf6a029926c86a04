package plain_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/plain"
)

func sample(t *testing.T) fstest.MapFS {
	archive, err := txtar.ParseFile("testdata/site.txtar")
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{}
	for _, f := range archive.Files {
		fsys[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return fsys
}

func check(t *testing.T, fsys fs.FS) []diag.Diagnostic {
	t.Helper()
	_, found, err := plain.Check(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// What is right is not reported; a dead link of the menu, which stands on every rendered
// page, is reported once.
func TestNoFalseAlarm(t *testing.T) {
	var got []string
	for _, d := range check(t, sample(t)) {
		got = append(got, fmt.Sprintf("%s: %s", d.Position, d.Rule))
	}
	if len(got) != 1 || !strings.HasPrefix(got[0], "public/") || !strings.HasSuffix(got[0], ": built-link") {
		t.Error(strings.Join(got, "\n"))
	}
}

// Every mistake is found by its rule, in its file and on its line.
func TestMistakesAreFound(t *testing.T) {
	for _, m := range []struct{ file, old, new, rule string }{
		{"content/en/_index.md", "/start/quick/)", "/start/quik/)", "link-dead"},
		{"content/en/_index.md", "][install]", "][instal]", "link-dead"},
		{"content/en/_index.md", "/first-release/", "/frist-release/", "link-dead"},
		{"content/en/_index.md", "]: /start/install/", "]: /start/installing/", "link-dead"},
		{"content/en/start/_index.md", "(install.md)", "(instal.md)", "link-dead"},
		{"content/en/start/_index.md", "#first-steps", "#first-step", "link-fragment"},
		{"content/en/start/_index.md", "(/begin/)", "(/began/)", "link-dead"},
		{"content/en/start/_index.md", `"old-start"`, `"/guide/"`, "address-taken"},
		{"content/en/start/_index.md", `title = "Start"`, `title = Start`, "front-matter"},
		{"content/en/start/install.md", "(#a-shell)", "(#shell)", "link-fragment"},
		{"content/en/start/install.md", "#install-command", "#install", "link-fragment"},
		{"content/en/start/install.md", "### A shell", "#### A shell", "heading-skip"},
		{"content/en/start/install.md", "## Before you begin", "## Before {#steps}", "heading-duplicate"},
		{"content/en/start/install.md", "[`config`]: /reference/config/", "[`config`]: /reference/conf/", "link-dead"},
		{"content/en/_common/shell.md", "#steps", "#stap", "link-fragment"},
		{"content/en/start/quick/index.md", "(screen.png)", "(scren.png)", "image-missing"},
		{"content/en/start/quick/index.md", "![A drawing]", "![]", "image-alt"},
		{"content/en/start/quick/index.md", "/images/map.svg", "/images/plan.svg", "image-missing"},
		{"content/en/start/quick/index.md", "(../install/)", "(../../install/)", "link-dead"},
		{"content/en/start/quick/index.md", "writing.md#links", "written.md#links", "link-dead"},
		{"content/en/start/quick/index.md", "writing.md#links", "writing.md#link", "link-fragment"},
		{"content/en/start/quick/index.md", "slug: quick", "url: /guide/images/", "address-taken"},
		{"content/en/guide/_index.md", "/files/sheet.pdf", "/files/sheets.pdf", "link-dead"},
		{"content/en/guide/_index.md", `["/handbook/"]`, `"/handbook/"]`, "front-matter"},
		{"content/en/guide/writing.md", "#headings-and-ids-1", "#headings-and-ids-2", "link-fragment"},
		{"content/en/guide/writing.md", "[To it]", "[]", "link-text-empty"},
		{"content/en/guide/images.md", "(#logo)", "(#logos)", "link-fragment"},
		{"content/en/guide/images.md", "../writing/#links", "../writing/#linked", "link-fragment"},
		{"content/en/reference/config.md", "#build-command", "#built-command", "link-fragment"},
		{"content/en/functions/beta.md", "/functions/gamma/#usage", "/functions/gama/#usage", "link-dead"},
		{"content/fr/_index.md", "/fr/start/install/", "/fr/start/instal/", "link-dead"},
		{"content/fr/start/install.md", "(#steps)", "(#etapes)", "link-fragment"},
	} {
		fsys := sample(t)
		src := fsys[m.file].Data
		at := bytes.Index(src, []byte(m.old))
		if at < 0 {
			t.Fatalf("no %q in %s", m.old, m.file)
		}
		fsys[m.file] = &fstest.MapFile{Data: bytes.Replace(src, []byte(m.old), []byte(m.new), 1)}
		line := 1 + bytes.Count(src[:at], []byte("\n"))
		var got []string
		met := false
		for _, d := range check(t, fsys) {
			got = append(got, fmt.Sprintf("%s: %s: %s", d.Position, d.Rule, d.Message))
			met = met || d.Rule == m.rule && d.Hint != "" && (d.File == m.file && (d.Line == line || m.rule == "heading-duplicate") || m.rule == "address-taken")
		}
		if !met {
			t.Errorf("%s: %q → %q: want %s on line %d, found\n%s", m.file, m.old, m.new, m.rule, line, strings.Join(got, "\n"))
		}
	}
}

// A site can be written otherwise: its configuration in YAML, languages in the names of
// files, addresses of files, below a path, with a theme that brings what is not here.
func TestOtherSites(t *testing.T) {
	site := fstest.MapFS{
		"config.yaml":               {Data: []byte("baseURL: https://example.org/docs/\ndefaultContentLanguage: de\nlanguages: {de: {}, en: {}}\nuglyURLs: true\n")},
		"content/_index.md":         {Data: []byte("---\ntitle: A\n---\n[a](/docs/x/seite.html) [b](/x/seite.html#teil) [c](x/seite.md)\n")},
		"content/x/seite.md":        {Data: []byte("---\ntitle: B\n---\n## Teil\n[a](/en/x/seite.html)\n")},
		"content/x/seite.en.md":     {Data: []byte("{\"title\": \"B\"}\n## Part\n[a](seite.md#part)\n")},
		"content/x/anderes.html":    {Data: []byte("<p>x</p>")},
		"content/x/My File Name.md": {Data: []byte("no front matter, [a](anderes.html)\n")},
	}
	if found := check(t, site); len(found) > 0 {
		t.Error(found)
	}
	site["content/x/seite.md"] = &fstest.MapFile{Data: []byte("---\ntitle: B\n---\n[a](/docs/x/seit.html) ![b](/nichts.png)\n")}
	if found := check(t, site); len(found) != 3 {
		t.Error(found)
	}
	themed := maps.Clone(site)
	themed["config.yaml"] = &fstest.MapFile{Data: append([]byte("theme: other\n"), site["config.yaml"].Data...)}
	if found := check(t, themed); len(found) != 1 {
		t.Error(found)
	}
	if _, _, err := plain.Check(fstest.MapFS{}); err == nil {
		t.Error("an empty folder is taken for a site")
	}
}
