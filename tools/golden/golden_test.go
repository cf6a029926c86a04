// Package golden builds the small fixture site, whose subject is cycling, with
// the repository's layouts, and compares the <main> of its pages with what was
// read and approved before. Refresh with -update and read the difference.
package golden

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"comwijzer/tools/internal/build"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/render"
)

const (
	root    = "../.."
	fixture = "../wijzer/testdata"
)

var update = flag.Bool("update", false, "rewrite testdata")

// regions are the pages that are compared, one of each kind.
var regions = map[string]string{
	"home": "index.html", "home-en": "en/index.html",
	"section": "weg/index.html", "explainer": "weg/zien-en-gezien-worden/index.html",
	"action": "weg/eerst-helpen/index.html", "signals": "weg/opletten/index.html", "figures-en": "en/weg/counts-side-by-side/index.html",
	"glossary": "begrippen/index.html", "glossary-en": "en/glossary/index.html", "edition": "begrippen/druk/index.html",
	"term": "begrippen/dode-hoek/index.html", "term-foreign": "begrippen/dooring/index.html",
	"term-retired": "begrippen/blinde-vlak/index.html", "term-caution-en": "en/glossary/startle-response/index.html",
	"figure": "cijfers/ongevallen-telling/index.html", "topic-en": "en/figures/ongevallen/index.html",
	"sources": "bronnen/index.html", "source": "bronnen/handboek-2020/index.html",
	"lessons": "leren/index.html", "module": "leren/weg-op/index.html", "case-en": "en/learn/case-at-the-bridge/index.html",
	"search": "zoeken/index.html", "not-found": "404.html", "moved": "weg/kijken/index.html", "gone-en": "en/weg/oversteken/index.html", "task": "weg/werkplaats/band/index.html",
}

func TestMain(m *testing.M) {
	render.ServeChild()
	os.Exit(m.Run())
}

func TestRegions(t *testing.T) {
	out := buildFixture(t)
	for name, page := range regions {
		t.Run(name, func(t *testing.T) {
			html, err := os.ReadFile(filepath.Join(out, page))
			if err != nil {
				t.Fatal(err)
			}
			golden := filepath.Join("testdata", name+".html")
			got := region(t, html)
			if *update {
				if err := os.WriteFile(golden, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), string(got)); diff != "" {
				t.Errorf("%s differs; if that is meant: go test ./tools/golden -update\n%s", page, diff)
			}
		})
	}
}

func TestEveryGoldenIsARegion(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.html")
	for _, f := range files {
		if name := strings.TrimSuffix(filepath.Base(f), ".html"); regions[name] == "" {
			t.Errorf("%s is compared with nothing", f)
		}
	}
}

var (
	mainElement = regexp.MustCompile(`(?s)<main.*</main>`)
	// What changes with every edit of a style sheet or script is not the page.
	fingerprint = regexp.MustCompile(`\.[0-9a-f]{64}\.(css|js|json)`)
	blankLines  = regexp.MustCompile(`\n\s*\n+`)
)

func region(t *testing.T, html []byte) []byte {
	found := mainElement.Find(html)
	if found == nil {
		t.Fatal("no <main>")
	}
	found = fingerprint.ReplaceAll(found, []byte(".HASH.$1"))
	return append(blankLines.ReplaceAll(found, []byte("\n")), '\n')
}

// One line of configuration changes the look: the fixture site is built with
// another token set, and its style sheet is that one.
func TestAnotherTokenSetIsOneLine(t *testing.T) {
	out := buildFixture(t)
	css, err := os.ReadFile(styleSheet(t, out))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(css, []byte("--token-set:test")) && !bytes.Contains(css, []byte("--token-set: test")) {
		t.Error("the style sheet does not hold the test token set")
	}
}

// A withdrawn work turns the pages that rest on it into notices, keeps those for
// action, and stops nothing else.
func TestWithdrawn(t *testing.T) {
	dir := t.TempDir()
	prepare(t, dir)
	record := filepath.Join(dir, "data/sources/telling-2025.yaml")
	text, err := os.ReadFile(record)
	if err != nil {
		t.Fatal(err)
	}
	text = append(text, "withdrawn: {on: \"2026-11-01\", reason: {nl: De uitgever trok het in., en: The publisher withdrew it.}}\n"...)
	if err := os.WriteFile(record, text, 0o644); err != nil {
		t.Fatal(err)
	}
	figure, err := os.ReadFile(filepath.Join(dir, "data/figures/ongevallen-krant.yaml"))
	if err == nil { // what another work says of the same is shown nowhere then
		figure = bytes.Replace(figure, []byte("krant-2024"), []byte("handboek-2020"), 1)
		err = os.WriteFile(filepath.Join(dir, "data/figures/ongevallen-boek.yaml"), figure, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
	r, err := build.Run(context.Background(), build.Options{Root: dir, Today: time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err, r.Findings)
	}
	for page, wants := range map[string]struct{ notice, indexed bool }{
		"weg/tellen/index.html":         {true, false},
		"weg/eerst-helpen/index.html":   {true, true}, // 112 stands in what rests on it
		"bronnen/krant-2024/index.html": {false, true},
	} {
		html, err := os.ReadFile(filepath.Join(r.Out, page))
		if err != nil {
			t.Fatal(err)
		}
		has := func(what string) bool { return bytes.Contains(html, []byte(what)) }
		if has("De uitgever trok het in.") != wants.notice || wants.notice && has("noindex") == wants.indexed || !has("data-region=\"help\"") || page == "weg/eerst-helpen/index.html" && !has("Daarna de") {
			t.Errorf("%s: %s", page, region(t, html))
		}
	}
}

// A section about a crisis that links to the numbers of the help strip gets no
// help line, whatever form the numbers have; one that lacks them gets it.
func TestHelpLine(t *testing.T) {
	dir := t.TempDir()
	prepare(t, dir)
	extend(t, filepath.Join(dir, "data/lexicon/nl.yaml"), "crisis: [noodgeval]\n")
	extend(t, filepath.Join(dir, "config.toml"), "\n[params.rules]\nhelp-line = \"info\"\n")
	for _, lang := range []string{"nl", "en"} {
		extend(t, filepath.Join(dir, "content/weg/opletten."+lang+".md"), "\n## A {#met}\n\nNoodgeval: [112](contact:noodnummer) of [+31 88 000 0000](contact:luisterlijn).\n\n## B {#zonder}\n\nNoodgeval.\n")
	}
	r, err := build.Run(context.Background(), build.Options{Root: dir, Today: time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err, r.Findings)
	}
	html, err := os.ReadFile(filepath.Join(r.Out, "weg/opletten/index.html"))
	if err != nil {
		t.Fatal(err)
	}
	_, sections, _ := bytes.Cut(html, []byte(`id="met"`))
	with, without, found := bytes.Cut(sections, []byte(`id="zonder"`))
	line := []byte(`class="help-line"`)
	if !found || bytes.Contains(with, line) || !bytes.Contains(without, line) {
		t.Errorf("%s", region(t, html))
	}
}

// extend adds text to a file.
func extend(t *testing.T, name, text string) {
	t.Helper()
	file, err := os.OpenFile(name, os.O_APPEND|os.O_WRONLY, 0)
	if err == nil {
		_, err = file.WriteString(text)
		err = errors.Join(err, file.Close())
	}
	if err != nil {
		t.Fatal(err)
	}
}

var built string // one build serves all tests

func buildFixture(t *testing.T) string {
	t.Helper()
	if built != "" {
		return built
	}
	dir, err := os.MkdirTemp("", "comwijzer-golden-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { built = ""; os.RemoveAll(dir) })
	prepare(t, dir)
	r, err := build.Run(context.Background(), build.Options{Root: dir, Today: time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC)})
	for _, d := range r.Findings {
		if d.Severity == diag.Error {
			t.Errorf("%s: %s (%s)", d.Position, d.Message, d.Rule)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	built = r.Out
	return built
}

// prepare lays the fixture's content and data beside the repository's layouts.
func prepare(t *testing.T, dir string) {
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, part := range []string{"adapters", "layouts", "assets", "static", "i18n"} {
		must(os.CopyFS(filepath.Join(dir, part), os.DirFS(filepath.Join(root, part))))
	}
	for _, part := range []string{"content", "data"} {
		must(os.CopyFS(filepath.Join(dir, part), os.DirFS(filepath.Join(fixture, "site", part))))
	}
	must(os.MkdirAll(filepath.Join(dir, "data/lexicon"), 0o755))
	for _, lang := range []string{"nl", "en"} {
		must(os.WriteFile(filepath.Join(dir, "data/lexicon", lang+".yaml"), lists(t, lang), 0o644))
	}
	must(os.CopyFS(filepath.Join(dir, "assets/css/tokens"), os.DirFS(filepath.Join(fixture, "theme"))))
	must(os.WriteFile(filepath.Join(dir, "config.toml"), config(t), 0o644))
}

// lists are those of a language's lexicon that pages are made with. With the
// others the goldens would change with the site's words.
func lists(t *testing.T, lang string) []byte {
	text, err := os.ReadFile(filepath.Join(root, "data/lexicon", lang+".yaml"))
	parts := regexp.MustCompile(`(?m)^(?:reading|reference|months):.*\n(?:[ #].*\n|\n)*`).FindAll(text, -1)
	if err != nil || len(parts) != 3 {
		t.Fatalf("%d of 3 lists in the lexicon of %q: %v", len(parts), lang, err)
	}
	return bytes.Join(parts, nil)
}

// config is the repository's, with another token set: the one line.
func config(t *testing.T) []byte {
	text, err := os.ReadFile(filepath.Join(root, "config.toml"))
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(text), "\n")
	i := slices.IndexFunc(lines, func(l string) bool { return strings.HasPrefix(l, "tokens = ") })
	if i < 0 {
		t.Fatal("config.toml has no line tokens = …")
	}
	lines[i] = `tokens = "test"`
	return []byte(strings.Join(lines, "\n"))
}

// Pages in other languages ask for search bundles that are there.
func TestSearchOfOtherLanguages(t *testing.T) {
	dir := t.TempDir()
	prepare(t, dir)
	rename(t, dir, "nl", "xx")
	r, err := build.Run(context.Background(), build.Options{Root: dir, Today: time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err, r.Findings)
	}
	asked := regexp.MustCompile(`(?:data-module=|"folder":)"([^"{]+)"`)
	for _, page := range []string{"index.html", "weg/opletten/index.html", "zoeken/index.html", "en/index.html"} {
		src, err := os.ReadFile(filepath.Join(r.Out, page))
		found := asked.FindAllStringSubmatch(html.UnescapeString(string(src)), -1)
		if err != nil || len(found) < 3 {
			t.Errorf("%s asks for %d files: %v", page, len(found), err)
		}
		for _, m := range found {
			if _, err := os.Stat(filepath.Join(r.Out, m[1])); err != nil {
				t.Errorf("%s asks for %s, which is not there", page, m[1])
			}
		}
	}
}

// rename makes another language of one of the fixture's.
func rename(t *testing.T, dir, was, is string) {
	inData := regexp.MustCompile(`(?m)(^|[{ ,])` + was + `: `)
	err := filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		switch filepath.Ext(name) {
		case ".md", ".yaml":
			text = inData.ReplaceAll(text, []byte("${1}"+is+": "))
		case ".toml":
			text = bytes.ReplaceAll(text, []byte("languages."+was), []byte("languages."+is))
			text = bytes.ReplaceAll(text, []byte(`defaultContentLanguage = "`+was+`"`), []byte(`defaultContentLanguage = "`+is+`"`))
		default:
			return nil
		}
		to := strings.Replace(name, "."+was+".md", "."+is+".md", 1)
		if base := filepath.Base(name); base == was+".yaml" || base == was+".toml" {
			to = filepath.Join(filepath.Dir(name), is+filepath.Ext(name))
		}
		if err := os.Remove(name); err != nil {
			return err
		}
		return os.WriteFile(to, text, 0o644)
	})
	if err != nil {
		t.Fatal(err)
	}
}
