package check

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/tools/txtar"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

var update = flag.Bool("update", false, "rewrite docs/rules.md")

var today = time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC)

// defaultConfig is used by fixtures that bring no config.toml of their own.
const defaultConfig = `baseURL = "https://example.org/"
defaultContentLanguage = "nl"
[languages.nl]
weight = 1
[languages.en]
weight = 2
[params]
audiences = ["politie", "sociaal-werk"]
domains = ["netwerk"]
`

// A fixture is a small site in a txtar file, <rule>.txtar or, where a rule has
// several, <rule>.<case>.txtar. `want "regexp"` on a line, in a
// comment, says that the line holds a finding; the file "wants" says the same
// for lines and files that cannot hold a comment, as path:line: "regexp".
// Every finding must be wanted and every want found.
func TestRules(t *testing.T) {
	for _, id := range IDs() {
		files := fixtures(t, id)
		if len(files) == 0 {
			t.Errorf("%s: every rule has a fixture", id)
		}
		for _, file := range files {
			t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { testFixture(t, registry[id], file) })
		}
	}
}

func fixtures(t *testing.T, id string) []string {
	files, err := filepath.Glob("testdata/" + id + ".*txtar")
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func testFixture(t *testing.T, rule *Rule, file string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	wants := wantsOf(t, archive)
	if len(wants) == 0 {
		t.Fatal("the fixture wants nothing, so it cannot fail")
	}
	for _, d := range runFixture(t, rule, archive) {
		matchWant(t, wants, d)
	}
	for _, w := range wants {
		if !w.met {
			t.Errorf("%s:%d: nothing found that matches %q", w.file, w.line, w.re)
		}
	}
}

func runFixture(t *testing.T, rule *Rule, archive *txtar.Archive) []diag.Diagnostic {
	source, output := fixtureFS(archive)
	s, found := site.Load(source)
	for i := range found {
		if r := registry[found[i].Rule]; r == nil {
			t.Errorf("%s: rule %q is not registered", found[i].Position, found[i].Rule)
		}
	}
	for _, r := range append(alsoRun(archive), rule) {
		sourceRules(s, today)(r, &found)
	}
	found = append(found, Against(s, textsAgainst(archive))...)
	found, _ = allow(found, s, today)
	return diag.Sort(append(found, rendered(t, rule, output, s)...))
}

// rendered returns what a rule finds in a site that is rendered.
func rendered(t *testing.T, rule *Rule, output fs.FS, s *site.Site) []diag.Diagnostic {
	t.Helper()
	found, err := onBuilt([]*Rule{rule}, output, s)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// alsoRun returns the rules that the fixture's file "rules" names: those about
// allowances need another rule that is allowed.
func alsoRun(archive *txtar.Archive) []*Rule {
	var rules []*Rule
	for _, f := range archive.Files {
		for _, id := range strings.Fields(string(f.Data)) {
			if f.Name == "rules" {
				rules = append(rules, registry[id])
			}
		}
	}
	return rules
}

// textsAgainst returns the files below against/, which the site's own words are
// compared with.
func textsAgainst(archive *txtar.Archive) map[string]string {
	texts := map[string]string{}
	for _, f := range archive.Files {
		if name, ok := strings.CutPrefix(f.Name, "against/"); ok {
			texts[name] = strings.ReplaceAll(string(f.Data), `\ufffd`, "\ufffd")
		}
	}
	return texts
}

// fixtureFS returns the source tree and, from public/, the rendered one.
// \xNN in a file whose name ends in "(escaped)" stands for that byte.
func fixtureFS(archive *txtar.Archive) (source, output fs.FS) {
	src, out := fstest.MapFS{site.ConfigFile: {Data: []byte(defaultConfig)}}, fstest.MapFS{}
	for _, f := range archive.Files {
		name, data := f.Name, f.Data
		if rest, ok := strings.CutSuffix(name, " (escaped)"); ok {
			text, _ := strconv.Unquote(`"` + strings.ReplaceAll(strings.TrimSuffix(string(data), "\n"), "\n", `\n`) + `"`)
			name, data = rest, []byte(text)
		}
		if rest, ok := strings.CutPrefix(name, "public/"); ok {
			out[rest] = &fstest.MapFile{Data: data}
		} else if name != "wants" && name != "rules" {
			src[name] = &fstest.MapFile{Data: data}
		}
	}
	return src, out
}

type want struct {
	file string
	line int
	re   *regexp.Regexp
	met  bool
}

var (
	inlineWant = regexp.MustCompile(`want ("(?:[^"\\]|\\.)*")`)
	listedWant = regexp.MustCompile(`^([^:]+):(\d+): (".*")$`)
)

func wantsOf(t *testing.T, archive *txtar.Archive) []*want {
	var wants []*want
	add := func(file string, line int, quoted string) {
		text, err := strconv.Unquote(quoted)
		if err != nil {
			t.Fatalf("%s:%d: want %s: %v\n    hint: the text is a pattern with Go escapes: \\\\? for a question mark", file, line, quoted, err)
		}
		wants = append(wants, &want{file: strings.TrimPrefix(file, "public/"), line: line, re: regexp.MustCompile(text)})
	}
	for _, f := range archive.Files {
		for i, line := range strings.Split(string(f.Data), "\n") {
			if f.Name == "wants" {
				if m := listedWant.FindStringSubmatch(line); m != nil {
					n, _ := strconv.Atoi(m[2])
					add(m[1], n, m[3])
				}
				continue
			}
			for _, m := range inlineWant.FindAllStringSubmatch(line, -1) {
				add(f.Name, i+1, m[1])
			}
		}
	}
	return wants
}

func matchWant(t *testing.T, wants []*want, d diag.Diagnostic) {
	text := d.Severity.String() + ": " + d.Message
	if d.Hint != "" {
		text += " | " + d.Hint
	}
	for _, w := range wants {
		if !w.met && w.file == d.File && w.line == d.Line && w.re.MatchString(text) {
			w.met = true
			return
		}
	}
	t.Errorf("%s: unexpected: %s (%s)", d.Position, text, d.Rule)
}

func TestEveryRuleIsDocumented(t *testing.T) {
	for _, r := range Rules() {
		for name, text := range map[string]string{"set": sets[r.Set], "title": r.Title, "why": r.Why, "wrong": r.Wrong, "right": r.Right, "mend": r.Mend} {
			if text == "" {
				t.Errorf("%s has no %s", r.ID, name)
			}
		}
		if strings.HasSuffix(r.Title, ".") || strings.ToLower(r.Title[:1]) != r.Title[:1] && !strings.HasPrefix(r.Title, "YAML") && !strings.HasPrefix(r.Title, "HTML") {
			t.Errorf("%s: a title is lower case without full stop: %q", r.ID, r.Title)
		}
	}
}

func TestEveryFixtureHasItsRule(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, f := range files {
		if id, _, _ := strings.Cut(filepath.Base(f), "."); registry[id] == nil {
			t.Errorf("%s belongs to no rule", f)
		}
	}
}

func TestReferenceIsFresh(t *testing.T) {
	const file = "../../../docs/rules.md"
	if *update {
		if err := os.WriteFile(file, []byte(reference()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(file)
	if err != nil || string(got) != reference() {
		t.Errorf("docs/rules.md is stale: run go test ./tools/internal/check -update (%v)", err)
	}
}

// reference returns docs/rules.md: all rules, made from the registry.
func reference() string {
	var b strings.Builder
	b.WriteString("# Rules\n\nWhat `wijzer check` and `wijzer build` look for. Made from the rules themselves by\n" +
		"`go test ./tools/internal/check -update`; do not edit. `wijzer explain RULE` prints the same.\n\n")
	for _, r := range Rules() {
		fmt.Fprintf(&b, "- [%s](#%s): %s\n", r.ID, r.ID, r.Title)
	}
	for _, r := range Rules() {
		b.WriteString("\n" + r.Markdown(diag.English))
	}
	return b.String()
}

// A site with nothing wrong gives nothing: the clean twin of all fixtures.
func TestHintsAreOnlyGivenWhenNear(t *testing.T) {
	s, found := site.Load(fstest.MapFS{
		site.ConfigFile:       {Data: []byte(defaultConfig)},
		"content/a.nl.md":     {Data: []byte("---\ntitle: A\ntype: overview\nsummary: a\n---\n[x](cite:geheel-anders)\n")},
		"data/sources/b.yaml": {Data: []byte("title: B\n")},
	})
	if len(found) > 0 {
		t.Fatal(found)
	}
	for _, d := range Source(s, today) {
		if d.Rule == "reference-unknown" && fmt.Sprint(d.Hint) != "add data/sources/geheel-anders.yaml" {
			t.Errorf("hint %q", d.Hint)
		}
	}
}
