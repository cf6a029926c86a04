// Package repo tests the repository itself: what no single package can see.
package repo

import (
	"bytes"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

const root = "../../.."

// mayImport says which packages of ours each package may import: one way.
var mayImport = map[string][]string{
	"deny":      {"text"},
	"diag":      {},
	"patience":  {},
	"text":      {},
	"yaml":      {"diag"},
	"md":        {"diag", "text"},
	"cite":      {"md", "text"},
	"schema":    {"text"},
	"fix":       {"diag"},
	"failure":   {},
	"glossary":  {"diag", "md", "text", "yaml"},
	"site":      {"cite", "diag", "failure", "glossary", "md", "schema", "text", "yaml"},
	"built":     {"diag"},
	"check":     {"built", "cite", "deny", "diag", "glossary", "md", "schema", "site", "text", "yaml"},
	"export":    {"glossary", "md", "site", "text"},
	"write":     {},
	"publish":   {"failure", "site", "write"},
	"toolchain": {"failure", "site", "write"},
	"render":    {"diag", "failure", "site"},
	"build":     {"built", "check", "diag", "export", "failure", "glossary", "publish", "render", "site", "toolchain"},
	"preview":   {"build", "check", "diag", "failure", "publish", "render", "site", "toolchain"},
	"browser":   {"build", "diag"},
	"golden":    {"build", "diag"},
	"scripts":   {},
	"mutation":  {},
	"ledger":    {"write"},
	"links":     {"diag", "ledger", "site"},
	"verify":    {"cite", "diag", "ledger", "links", "site", "text"},
	"passage":   {"cite", "diag", "ledger", "links", "site", "text"},
	"wijzer":    {"build", "check", "deny", "diag", "export", "failure", "fix", "glossary", "links", "passage", "preview", "publish", "render", "site", "text", "toolchain", "verify", "write"},
}

// soleImporter says which packages alone may import a library.
var soleImporter = map[string]string{
	"github.com/gohugoio/hugo":        "render",
	"github.com/yuin/goldmark":        "md",
	"github.com/goccy/go-yaml":        "yaml",
	"os/exec":                         "toolchain render",
	"golang.org/x/net/html":           "built links passage",
	"github.com/owenrumney":           "diag",
	"github.com/santhosh-tekuri":      "schema",
	"github.com/nyaruka":              "text",
	"github.com/abadojack/whatlanggo": "text",
}

func TestImportsPointOneWay(t *testing.T) {
	eachGoFile(t, func(name string, imports []string) {
		pkg := path.Base(path.Dir(name))
		allowed, known := mayImport[pkg]
		if !known {
			t.Errorf("%s: package %q has no place in the order of imports", name, pkg)
		}
		for _, imp := range imports {
			if ours, ok := strings.CutPrefix(imp, "comwijzer/tools/internal/"); ok && !slices.Contains(allowed, ours) {
				t.Errorf("%s imports %s, which %s may not", name, ours, pkg)
			}
			for library, sole := range soleImporter {
				if (imp == library || strings.HasPrefix(imp, library+"/")) && !slices.Contains(strings.Fields(sole), pkg) {
					t.Errorf("%s imports %s, which only %v may", name, imp, sole)
				}
			}
		}
	})
}

// eachGoFile visits the program's own files, tests left out.
func eachGoFile(t *testing.T, visit func(name string, imports []string)) {
	err := filepath.WalkDir(filepath.Join(root, "tools"), func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		var imports []string
		for _, imp := range file.Imports {
			imports = append(imports, strings.Trim(imp.Path.Value, `"`))
		}
		visit(filepath.ToSlash(name), imports)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// tracked lists the files that git knows, or that it would if asked.
func tracked(t *testing.T) []string {
	cmd := exec.Command("git", "ls-files", "-co", "--exclude-standard")
	cmd.Dir = root
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("git ls-files: %v", err)
	}
	return strings.Fields(string(out))
}

// What belongs to one machine or one registry must not be in the repository.
var foreign = regexp.MustCompile(`registry\.npm` + `js|proxy\.golang` + `\.org|/home/[a-z]+/|/root/`)

func TestNothingOfOneMachineIsCommitted(t *testing.T) {
	for _, name := range tracked(t) {
		src, err := os.ReadFile(filepath.Join(root, name))
		if err != nil || bytes.IndexByte(src, 0) >= 0 || strings.HasSuffix(name, "repo_test.go") {
			continue
		}
		if m := foreign.Find(src); m != nil {
			t.Errorf("%s names %q", name, m)
		}
	}
}

func TestGeneratedFilesAreNotCommitted(t *testing.T) {
	for _, name := range tracked(t) {
		for _, dir := range []string{".gen/", "public/", "node_modules/"} {
			if strings.HasPrefix(name, dir) {
				t.Errorf("%s is generated", name)
			}
		}
	}
}

// Who has no make runs the same.
func TestReadmeRunsWhatMakeRuns(t *testing.T) {
	makefile, err := os.ReadFile(filepath.Join(root, "Makefile"))
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, target := range []string{"serve", "test"} {
		_, recipe, _ := strings.Cut(string(makefile), "\n"+target+":\n\t")
		recipe, _, _ = strings.Cut(recipe, "\n\n")
		if want := strings.ReplaceAll(recipe, "\n\t", " && "); !strings.Contains(string(readme), "`"+want+"`") {
			t.Errorf("README.md lacks what make %s runs: %s", target, want)
		}
	}
}

func TestDecisionsAreNumbered(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(root, "docs/adr/*.md"))
	for i, f := range files {
		if want := []byte{'0', '0', byte('0' + (i+1)/10), byte('0' + (i+1)%10), '-'}; !strings.HasPrefix(filepath.Base(f), string(want)) {
			t.Errorf("%s breaks the numbering", f)
		}
		src, _ := os.ReadFile(f)
		if !bytes.Contains(src, []byte("\n## Context\n")) && !bytes.Contains(src, []byte("| module |")) {
			t.Errorf("%s has no context", f)
		}
	}
}

// One idea a line: a template whose lines fit on a screen can be read.
func TestLayoutsHaveShortLines(t *testing.T) {
	const most = 120
	for _, name := range tracked(t) {
		if !strings.HasPrefix(name, "layouts/") {
			continue
		}
		src, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			continue // moved
		}
		n := 0
		for line := range strings.Lines(string(src)) {
			if n++; utf8.RuneCountInString(strings.TrimSuffix(line, "\n")) > most {
				t.Errorf("%s:%d: a line of more than %d characters\n    hint: break it between attributes, or inside {{ }}", name, n, most)
			}
		}
	}
}

// A new kind of block is one schema and one partial.
func TestEveryBlockHasASchemaAndAPartial(t *testing.T) {
	schemas, _ := filepath.Glob(filepath.Join(root, "tools/internal/schema/block-*.json"))
	partials, _ := filepath.Glob(filepath.Join(root, "layouts/_partials/blocks/*.html"))
	for i, name := range schemas {
		schemas[i] = strings.TrimPrefix(strings.TrimSuffix(filepath.Base(name), ".json"), "block-")
	}
	for i, name := range partials {
		partials[i] = strings.TrimSuffix(filepath.Base(name), ".html")
	}
	if !slices.Equal(schemas, partials) {
		t.Errorf("blocks with a schema: %q, with a partial: %q", schemas, partials)
	}
}
