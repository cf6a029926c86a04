package repo

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// ways are the packages in which a file is one thing that registers itself, by the
// functions that do so; and how many of their files may hold no such thing.
var ways = []struct {
	dir        string
	register   []string
	mostShared int
}{
	{"tools/internal/check", []string{"register"}, 5},            // what rules are, how findings are decided on, documented, and looked for in words
	{"tools/internal/export", []string{"register", "offer"}, 21}, // what several tell, and the formats in which they do
}

// A rule or an export is one file, and nothing else leans on it: what several need
// stands in a room above theirs, or in one of the few shared files.
func TestRulesAndExportsStandAlone(t *testing.T) {
	for _, way := range ways {
		files := map[string]*ast.File{}
		owner := map[string]string{} // what such a file declares → that file
		other := map[string]bool{}   // methods of several files, and fields: a selector may mean another one
		seen := map[string]bool{}
		shared := 0
		names, _ := filepath.Glob(filepath.Join(root, way.dir, "*.go"))
		for _, name := range names {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			name = way.dir + "/" + filepath.Base(name)
			files[name] = file
			noteFields(file, other)
			declared, registers := declarations(file, way.register)
			for _, d := range declared {
				other[d], seen[d] = other[d] || seen[d], true
				if registers {
					owner[d] = name
				}
			}
			if !registers {
				shared++
			}
		}
		if shared > way.mostShared {
			t.Errorf("%s: %d files that register nothing, at most %d", way.dir, shared, way.mostShared)
		}
		for name, file := range files {
			for _, used := range uses(file) {
				if of := owner[used]; of != "" && of != name && !other[used] {
					t.Errorf("%s uses %s, which %s declares: move it to a file that is shared", name, used, of)
				}
			}
		}
	}
}

// noteFields notes the fields of structs, as selectors name them.
func noteFields(file *ast.File, fields map[string]bool) {
	ast.Inspect(file, func(n ast.Node) bool {
		if s, ok := n.(*ast.StructType); ok {
			for _, field := range s.Fields.List {
				for _, id := range field.Names {
					fields["."+id.Name] = true
				}
			}
		}
		return true
	})
}

// declarations lists what a file declares, methods by their name with a dot,
// and tells whether it registers something.
func declarations(file *ast.File, register []string) (names []string, registers bool) {
	for _, decl := range file.Decls {
		switch d := decl.(type) {
		case *ast.FuncDecl:
			if d.Recv != nil {
				names = append(names, "."+d.Name.Name)
			} else {
				names = append(names, d.Name.Name)
			}
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				switch s := spec.(type) {
				case *ast.TypeSpec:
					names = append(names, s.Name.Name)
				case *ast.ValueSpec:
					for _, id := range s.Names {
						if id.Name != "_" {
							names = append(names, id.Name)
						}
					}
					registers = registers || calls(s, register)
				}
			}
		}
	}
	return names, registers
}

func calls(s *ast.ValueSpec, functions []string) bool {
	for _, value := range s.Values {
		if call, ok := value.(*ast.CallExpr); ok {
			if f, ok := call.Fun.(*ast.Ident); ok && slices.Contains(functions, f.Name) {
				return true
			}
		}
	}
	return false
}

// uses lists the names in a file that something outside it declares: those that
// the parser could not resolve, and selectors, which may be methods.
func uses(file *ast.File) []string {
	var names []string
	for _, id := range file.Unresolved {
		names = append(names, id.Name)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok {
			names = append(names, "."+s.Sel.Name)
		}
		return true
	})
	return names
}
