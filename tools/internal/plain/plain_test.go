package plain_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/plain"
)

func sample(t *testing.T) fstest.MapFS { return archive(t, "site") }

func archive(t *testing.T, name string) fstest.MapFS {
	t.Helper()
	files, err := txtar.ParseFile("testdata/" + name + ".txtar")
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{}
	for _, f := range files.Files {
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
		{"content/en/_index.md", "what is new", "what \xffs new", "file-unreadable"},
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
		{"public/start/quick/index.html", `id="next"`, `id="first-steps"`, "built-id"},
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
	divided := maps.Clone(site)
	delete(divided, "config.yaml")
	divided["config/_default/hugo.toml"] = &fstest.MapFile{Data: []byte("baseURL = 'https://example.org/docs/'\ndefaultContentLanguage = 'de'\nuglyURLs = true\n")}
	divided["config/_default/languages.de.toml"] = &fstest.MapFile{Data: []byte("weight = 1\n")}
	divided["config/_default/languages.en.toml"] = &fstest.MapFile{Data: []byte("weight = 2\n")}
	divided["config/_default/menus.en.toml"] = &fstest.MapFile{Data: []byte("[[main]]\nname = 'x'\n")}
	if found := check(t, divided); len(found) != 3 {
		t.Error(said(found))
	}
	themed := maps.Clone(site)
	themed["config.yaml"] = &fstest.MapFile{Data: append([]byte("theme: other\n"), site["config.yaml"].Data...)}
	if found := check(t, themed); len(found) != 2 || found[0].Severity != diag.Info {
		t.Error(found)
	}
	if _, _, err := plain.Check(fstest.MapFS{}); err == nil {
		t.Error("an empty folder is taken for a site")
	}
}

// An ordinary site with one language and a theme, where nothing but a browser follows links.
// Each line is a fault, and the same place written in another way that is right.
func TestOrdinarySite(t *testing.T) {
	if found := check(t, archive(t, "ordinary")); len(found) > 0 {
		t.Fatal(said(found))
	}
	for _, m := range []struct{ file, old, fault, rule, twin string }{
		{"_index.md", "/2026/02/whats-new/", "/2026/02/whats-old/", "link-dead", "/2026/02/whats-new"},
		{"_index.md", "manual/setup.html#tools", "manual/setup.md#tools", "link-dead", "./manual/setup.html#ink"},
		{"_index.md", "manual/setup.html#tools", "manual/setup.html#tool", "link-fragment", "manual/setup.html?a=1#tools"},
		{"_index.md", "[the manual](/manual/)", "[the manual](/Manual/)", "link-dead", "[the manual](/manual/index.html)"},
		{"_index.md", "[remarks]: /remarks/", "[remarks]: /notes/", "link-dead", "[remarks]: https://handbook.example.net/remarks/"},
		{"_index.md", "[remarks]: /remarks/", "[remark]: /remarks/", "link-dead", "[ReMarks]: /remarks/"},
		{"_index.md", "[a label][label]", "[a label][lebel]", "link-dead", "[a\nlabel][label]"},
		{"_index.md", "/sheets/Plan.pdf", "/sheets/plan.pdf", "link-dead", "/sheets/Plan.pdf#page=2"},
		{"_index.md", "/blog/index.xml", "/blogs/index.xml", "link-dead", "/manual/index.xml"},
		{"_index.md", "/tags/blue-ink/", "/tags/red-ink/", "link-dead", "/tags/paper/"},
		{"_index.md", "net/odd-name-1/", "net/odd-name/", "link-dead", "net/sitemap.xml"},
		{"_index.md", `<a href="/manual/setup.html#tools">`, `<a href="/manual/set-up.html#tools">`, "link-dead", `<a class="x" href='/manual/setup.html#ink'>`},
		{"_index.md", ` alt="Map"`, ``, "image-alt", ` alt=""`},
		{"_index.md", `<img src="/images/map.png"`, `<img src="/image/map.png"`, "image-missing", `<img src="https://handbook.example.net/images/map.png"`},
		{"blog/first.md", "../../03/second-post/", "../03/second-post/", "link-dead", "/second/"},
		{"blog/first.md", "note.[^1]", "note.[^2]", "link-dead", "note.[^1] [^1]"},
		{"blog/first.md", "#changes", "#change", "link-fragment", "#top"},
		{"blog/first.md", "tags = [", "tags = ", "front-matter", "tags = [\"Red\", "},
		{"blog/second.md", `"first.md#changes"`, `"blog/frist.md#changes"`, "link-dead", `"./first.md#changes"`},
		{"blog/second.md", `"/blog/first"`, `"notes/first"`, "link-dead", `"blog/first"`},
		{"blog/second.md", `"setup"`, `"whats-new"`, "link-dead", `"manual/setup"`},
		{"blog/second.md", `"setup"`, `"use"`, "link-dead", `"setup.md"`},
		{"blog/second.md", `"setup"`, `"/second/"`, "link-dead", `"setup.html"`},
		{"blog/second.md", `"setup"`, `"/remarks"`, "link-dead", `"/tags/paper"`},
		{"blog/second.md", "----------", "##########", "link-fragment", "=========="},
		{"manual/_index.md", "/manual/begin.html", "/manual/begin/", "link-dead", "begin.html"},
		{"manual/setup.md", "[Sibling](use.html)", "[Sibling](use/)", "link-dead", "[Sibling](/manual/use.html)"},
		{"manual/setup.md", "### Ink", "#### Ink", "heading-skip", "### Ink {#ink}"},
		{"blog/first.md", "## Changes", "#### Changes", "heading-skip", "# Changes"},
		{"manual/setup.md", "{#sheets}", "{#Sheets}", "link-fragment", "{.x #sheets}"},
		{"manual/setup.md", `"Set up",`, `"Set up"`, "front-matter", `"Set up", "x": [1],`},
		{"manual/use.md", "## Tools\n\n[", "##\n\n[", "heading-skip", "## Tools {.x}\n\n["},
		{"notes/bundle/index.md", "(Ink.png)", "(ink.png)", "image-missing", "(./Ink.png)"},
		{"notes/bundle/index.md", "![Ink on paper]", "![]", "image-alt", "![`Ink`]"},
		{"notes/bundle/index.md", "data/table.csv", "table.csv", "link-dead", "/notes/bundle/data/table.csv"},
		{"notes/bundle/index.md", "(/remarks/)", "(/notes/bundle/more/)", "link-dead", "(../../remarks/)"},
		{"about.md", "url: /Über-uns/", "url: /own/place.html", "address-taken", "url: Über-uns/"},
		{"about.md", "/odd-name-1/", "/ahead/", "link-dead", "/odd-name-1/#"},
		{"about.md", "[Odd]", "[]", "link-text-empty", "[![Map](/images/map.png)]"},
		{"release-1.2.md", "/blog/", "/blogs/", "link-dead", "/legal/"},
	} {
		file := "content/" + m.file
		meant := func(d diag.Diagnostic) bool {
			return d.Rule == m.rule && d.Hint != "" && (d.File == file || m.rule == "address-taken" || m.rule == "link-fragment")
		}
		if got := changed(t, file, m.old, m.fault); !slices.ContainsFunc(got, meant) {
			t.Errorf("%s: %q → %q: want %s, found %s", m.file, m.old, m.fault, m.rule, said(got))
		}
		if got := changed(t, file, m.old, m.twin); len(got) > 0 {
			t.Errorf("%s: %q → %q is right, found %s", m.file, m.old, m.twin, said(got))
		}
	}
}

func said(found []diag.Diagnostic) string {
	var lines []string
	for _, d := range found {
		lines = append(lines, fmt.Sprintf("%s: %s: %s | %s", d.Position, d.Rule, d.Message, d.Hint))
	}
	return strings.Join(lines, "\n")
}

// changed checks the ordinary site with one change.
func changed(t *testing.T, file, old, text string) []diag.Diagnostic {
	t.Helper()
	fsys := archive(t, "ordinary")
	src := fsys[file].Data
	if !bytes.Contains(src, []byte(old)) {
		t.Fatalf("no %q in %s", old, file)
	}
	fsys[file] = &fstest.MapFile{Data: bytes.Replace(src, []byte(old), []byte(text), 1)}
	return check(t, fsys)
}

// Settings that change where links lead: what of a page's links is dead.
func TestSettings(t *testing.T) {
	const base = "baseURL = 'https://example.org/docs/'\n"
	for _, c := range []struct{ settings, page, text, dead string }{
		{base, "a.md", "[a](/docs/a/) [b](/a/) [c](a.md) [d](../a/) [e](https://example.org/docs/a/) [f](https://example.org/docs/b/)", "/a/ a.md https://example.org/docs/b/"},
		{base + "[markup.goldmark.renderHooks.link]\nuseEmbedded = 'always'", "a.md", "[a](/docs/a/) [b](/a/) [c](a.md) [d](b.md)", "b.md"},
		{"[markup.goldmark.parser]\nautoIDType = 'blackfriday'", "a.md", "## A & b\n[a](#a-b) [b](#a--b)", ""},
		{"[languages.en]\nweight = 1\n[languages.fr]\n[languages.fr.permalinks.page]\ndocs = '/textes/:slug/'", "docs/a.fr.md", "[a](/fr/textes/t-t/) [b](a.md) [c](/fr/docs/a/) [d](/fr/sitemap.xml)", "/fr/docs/a/"},
		{"[languages.en]\nweight = 1\n[languages.fr]", "b.fr.md", "[a](/ici/) [b](/fr/ici/) [c](b.md)", "/fr/ici/"},
		{"[languages.en]\nbaseURL = 'https://example.org/'\n[languages.fr]\nbaseURL = 'https://example.fr/'", "a.fr.md", "[a](/a/) [b](/b/)", "/b/"},
		{"[permalinks]\ndocs = '/:weekday/:slug/'", "docs/a.md", "[a](/1/t-t/) [b](../anything/)", ""},
		{"[permalinks.page]\ndocs = '/text/:sections/:slugorcontentbasename/'", "docs/deep/a.md", "[a](/text/docs/a/) [b](/docs/deep/a/)", "/docs/deep/a/"},
		{"[permalinks.page]\ndocs = '/:year/:slug/'\n[frontmatter]\ndate = [':git']", "docs/a.md", "[a](/2020/t-t/)", ""},
		{"theme = 'elsewhere'", "a.md", "[a](/perhaps/) [b](surely/not/)", "surely/not/ elsewhere"},
		{"[[module.imports]]\npath = 'example.org/m'", "_vendor/example.org/m/content/there.md", "", ""},
		{"[[module.imports]]\npath = 'example.org/m'", "a.md", "[a](/perhaps/)", "example.org/m"},
		{"", "a.md", "<a href='/not/shown/'>a</a>\n\n    [a][b]\n\n[a]: /x/\n\nRead [^a-z] in a pattern `[^x]`", "^a-z"},
	} {
		fsys := fstest.MapFS{"hugo.toml": {Data: []byte(c.settings)}}
		front := "---\ntitle: T & t\n---\n"
		if strings.HasPrefix(c.page, "b") {
			front = "---\ntitle: B\nurl: /ici/\n---\n"
		}
		if strings.HasPrefix(c.page, "_vendor") { // what is vendored is known
			fsys[c.page], c.page, c.text, c.dead = &fstest.MapFile{Data: []byte(front)}, "a.md", "[a](/there/) [b](/not/)", "/not/"
		}
		fsys["content/"+c.page] = &fstest.MapFile{Data: []byte(front + c.text)}
		var dead []string
		for _, d := range check(t, fsys) {
			dead = append(dead, strings.Split(d.Message, `"`)[1])
		}
		if got := strings.Join(dead, " "); got != c.dead {
			t.Errorf("%s: dead are %q, want %q", c.settings, got, c.dead)
		}
	}
}
