package repo

import (
	"flag"
	"go/doc"
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

var update = flag.Bool("update", false, "print the rooms and the order of imports into README.md and CONTRIBUTING.md")

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
	"review":    {"between", "diag", "md", "site", "text", "toml", "yaml"},
	"write":     {},
	"publish":   {"failure", "site", "write"},
	"toolchain": {"failure", "site", "write"},
	"render":    {"diag", "failure", "site"},
	"build":     {"check", "diag", "export", "failure", "glossary", "publish", "render", "search", "site", "theme", "write"},
	"preview":   {"build", "diag", "export", "failure", "headers", "publish", "render", "search", "site"},
	"search":    {"diag", "failure", "text"},
	"ledger":    {"write"},
	"links":     {"diag", "ledger", "site"},
	"verify":    {"cite", "diag", "ledger", "links", "site", "text"},
	"passage":   {"cite", "diag", "ledger", "links", "site", "text"},
	"headers":   {},
	"host":      {"failure", "headers", "publish", "write"},
	"theme":     {"schema", "site"},
	"starter":   {"failure", "write"},
	"supply":    {"toolchain"},
	"wijzer":    {"agenda", "between", "bib", "build", "check", "deny", "diag", "export", "failure", "fix", "glossary", "headers", "host", "intake", "links", "messages", "passage", "plain", "preview", "publish", "rename", "render", "review", "schema", "site", "starter", "text", "theme", "toolchain", "verify", "write", "yaml"},
}

// soleImporter says which packages alone may import a library.
var soleImporter = map[string]string{
	"github.com/gohugoio/hugo":      "render",
	"github.com/yuin/goldmark":      "md",
	"github.com/goccy/go-yaml":      "yaml",
	"github.com/aclements":          "plot",
	"os/exec":                       "toolchain render supply",
	"golang.org/x/net/html":         "built links passage search",
	"github.com/owenrumney":         "diag",
	"github.com/santhosh-tekuri":    "schema",
	"github.com/nyaruka":            "text",
	"github.com/pkg/sftp":           "host",
	"github.com/minio":              "host",
	"github.com/andybalholm/brotli": "host",
	"golang.org/x/crypto":           "host",
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
		if err == nil && d.Name() == "testdata" { // programs of tests
			return fs.SkipDir
		}
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
// first, then line by line those that import only from the lines above. The
// README says of each what its documentation begins with.
func TestDocumentsShowTheRooms(t *testing.T) {
	shows(t, "CONTRIBUTING.md", "The order of imports", "```\n"+layers("  ", "", func(pkg string) string { return pkg })+"```\n")
	shows(t, "README.md", "The rooms", layers("\n", "\n", func(pkg string) string { return "- `" + pkg + "` " + about(t, pkg) }))
}

// shows holds a block of a document to what it should be, or writes it anew.
func shows(t *testing.T, name, title, block string) {
	begin, end := "<!-- "+title+", printed by go test ./tools/internal/repo -update -->\n", "<!-- end -->\n"
	file := filepath.Join(root, name)
	text, err := os.ReadFile(file)
	before, rest, found := strings.Cut(string(text), begin)
	_, after, closed := strings.Cut(rest, end)
	if err != nil || !found || !closed {
		t.Fatalf("%s lacks the block %q … %q: %v", name, begin, end, err)
	}
	wanted := before + begin + block + end + after
	if *update {
		err = os.WriteFile(file, []byte(wanted), 0o666)
	} else if wanted != string(text) {
		t.Errorf("%s is stale: run go test ./tools/internal/repo -update", name)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// layers returns the packages, as shown, layer by layer.
func layers(between, after string, show func(pkg string) string) string {
	var block strings.Builder
	for placed := map[string]bool{}; len(placed) < len(mayImport); {
		var layer, shown []string
		for _, pkg := range slices.Sorted(maps.Keys(mayImport)) {
			if !placed[pkg] && !slices.ContainsFunc(mayImport[pkg], func(imp string) bool { return !placed[imp] }) {
				layer, shown = append(layer, pkg), append(shown, show(pkg))
			}
		}
		if layer == nil {
			return "imports run in a circle\n"
		}
		for _, pkg := range layer {
			placed[pkg] = true
		}
		block.WriteString(strings.Join(shown, between) + "\n" + after)
	}
	return block.String()
}

// about returns the first sentence of a package's documentation, without its name,
// which a program's begins with as a capital.
func about(t *testing.T, pkg string) string {
	dirs, _ := filepath.Glob(filepath.Join(root, "tools", "internal", pkg, "*.go"))
	if dirs == nil {
		dirs, _ = filepath.Glob(filepath.Join(root, "tools", pkg, "*.go"))
	}
	for _, name := range dirs {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.PackageClauseOnly|parser.ParseComments)
		if err != nil || file.Doc == nil {
			continue
		}
		said := new(doc.Package).Synopsis(file.Doc.Text())
		_, said, _ = strings.Cut(strings.TrimSuffix(said, "."), pkg[1:]+" ")
		return said
	}
	t.Errorf("package %s has no documentation", pkg)
	return ""
}
