package repo

import (
	"flag"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "print the order of imports into README.md and CONTRIBUTING.md")

// mayImport says which packages of ours each package may import: one way.
var mayImport = map[string][]string{
	"deny":      {"text"},
	"diag":      {},
	"patience":  {},
	"messages":  {},
	"text":      {},
	"yaml":      {"diag", "text"},
	"toml":      {"diag"},
	"plain":     {"built", "diag", "failure", "md", "text", "toml", "yaml"},
	"md":        {"diag", "text"},
	"cite":      {"md", "text"},
	"bib":       {"cite", "diag"},
	"intake":    {"bib", "cite", "diag", "site", "text", "yaml"},
	"schema":    {"text"},
	"fix":       {"diag", "text"},
	"rename":    {"between", "diag", "failure", "fix", "md", "schema", "site", "text", "yaml"},
	"failure":   {},
	"glossary":  {"diag", "md", "text", "yaml"},
	"site":      {"bib", "cite", "diag", "failure", "glossary", "md", "schema", "text", "toml", "yaml"},
	"between":   {"diag", "md", "site", "text"},
	"built":     {"diag"},
	"check":     {"between", "built", "cite", "deny", "diag", "glossary", "md", "schema", "site", "text", "yaml"},
	"export":    {"bib", "cite", "glossary", "headers", "md", "plot", "site", "text"},
	"plot":      {},
	"agenda":    {"between", "check", "cite", "site"},
	"review":    {"between", "diag", "md", "site", "text", "yaml"},
	"write":     {},
	"publish":   {"failure", "site", "write"},
	"toolchain": {"failure", "site", "write"},
	"render":    {"diag", "failure", "site"},
	"build":     {"check", "diag", "export", "failure", "glossary", "publish", "render", "search", "site", "theme"},
	"preview":   {"build", "diag", "export", "failure", "publish", "render", "search", "site"},
	"search":    {"failure", "text"},
	"ledger":    {"write"},
	"links":     {"diag", "ledger", "site"},
	"verify":    {"cite", "diag", "ledger", "links", "site", "text"},
	"passage":   {"cite", "diag", "ledger", "links", "site", "text"},
	"headers":   {},
	"host":      {"failure", "headers", "publish", "write"},
	"theme":     {"schema", "site"},
	"starter":   {"failure"},
	"supply":    {"toolchain"},
	"wijzer":    {"agenda", "between", "bib", "build", "check", "deny", "diag", "export", "failure", "fix", "glossary", "headers", "host", "intake", "links", "messages", "passage", "plain", "preview", "publish", "rename", "render", "review", "schema", "site", "starter", "text", "theme", "toolchain", "verify", "write", "yaml"},
}

// soleImporter says which packages alone may import a library.
var soleImporter = map[string]string{
	"github.com/gohugoio/hugo":        "render",
	"github.com/yuin/goldmark":        "md",
	"github.com/goccy/go-yaml":        "yaml",
	"github.com/aclements":            "plot",
	"os/exec":                         "toolchain render supply",
	"golang.org/x/net/html":           "built links passage search",
	"github.com/owenrumney":           "diag",
	"github.com/santhosh-tekuri":      "schema",
	"github.com/nyaruka":              "text",
	"github.com/abadojack/whatlanggo": "text",
	"github.com/pkg/sftp":             "host",
	"github.com/minio":                "host",
	"github.com/andybalholm/brotli":   "host",
	"golang.org/x/crypto":             "host",
}

func TestImportsPointOneWay(t *testing.T) {
	unused := map[string]string{}
	for pkg, imports := range mayImport {
		for _, imp := range imports {
			unused[pkg+" "+imp] = pkg + " may import " + imp + ", and does not"
		}
	}
	eachGoFile(t, func(name string, imports []string) {
		pkg := path.Base(path.Dir(name))
		allowed, known := mayImport[pkg]
		if !known {
			t.Errorf("%s: package %q has no place in the order of imports", name, pkg)
		}
		for _, imp := range imports {
			if ours, ok := strings.CutPrefix(imp, "comwijzer/tools/internal/"); ok && !slices.Contains(allowed, ours) {
				t.Errorf("%s imports %s, which %s may not", name, ours, pkg)
			} else if ok {
				delete(unused, pkg+" "+ours)
			}
			for library, sole := range soleImporter {
				if (imp == library || strings.HasPrefix(imp, library+"/")) && !slices.Contains(strings.Fields(sole), pkg) {
					t.Errorf("%s imports %s, which only %v may", name, imp, sole)
				}
			}
		}
	})
	for _, what := range unused {
		t.Error(what)
	}
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

// The documents show what mayImport says: packages that stand by themselves
// first, then line by line those that import only from the lines above.
func TestDocumentsShowTheOrderOfImports(t *testing.T) {
	const begin, end = "<!-- The order of imports, printed by go test ./tools/internal/repo -update -->\n", "<!-- end -->\n"
	for _, name := range []string{"README.md", "CONTRIBUTING.md"} {
		file := filepath.Join(root, name)
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		before, rest, found := strings.Cut(string(text), begin)
		_, after, closed := strings.Cut(rest, end)
		if !found || !closed {
			t.Errorf("%s lacks the block %q … %q", name, begin, end)
			continue
		}
		wanted := before + begin + orderOfImports() + end + after
		if *update {
			err = os.WriteFile(file, []byte(wanted), 0o666)
		} else if wanted != string(text) {
			t.Errorf("%s does not show the order of imports: run go test ./tools/internal/repo -update", name)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// orderOfImports returns the packages as a block of Markdown, a line a layer.
func orderOfImports() string {
	var block strings.Builder
	block.WriteString("```\n")
	for placed := map[string]bool{}; len(placed) < len(mayImport); {
		var layer []string
		for _, pkg := range slices.Sorted(maps.Keys(mayImport)) {
			if !placed[pkg] && !slices.ContainsFunc(mayImport[pkg], func(imp string) bool { return !placed[imp] }) {
				layer = append(layer, pkg)
			}
		}
		if layer == nil {
			return "imports run in a circle\n"
		}
		for _, pkg := range layer {
			placed[pkg] = true
		}
		block.WriteString(strings.Join(layer, "  ") + "\n")
	}
	block.WriteString("```\n")
	return block.String()
}
