package check

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
)

// mostShared is how many files of the package may hold no rule: what the rules
// are, how findings are decided on, documented, and looked for in words.
const mostShared = 5

// A rule is one file, and nothing else leans on it: what several rules need
// stands in text, cite, site or glossary, or in one of the few shared files.
func TestRulesStandAlone(t *testing.T) {
	files := map[string]*ast.File{}
	owner := map[string]string{} // what a rule file declares → that file
	shared := 0
	names, _ := filepath.Glob("*.go")
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = file
		if declared, isRule := declarations(file); isRule {
			for _, d := range declared {
				owner[d] = name
			}
		} else {
			shared++
		}
	}
	if shared > mostShared {
		t.Errorf("%d files without a rule, at most %d", shared, mostShared)
	}
	for name, file := range files {
		for _, used := range uses(file) {
			if other := owner[used]; other != "" && other != name {
				t.Errorf("%s uses %s, which the rule in %s declares: move it where rules share", name, used, other)
			}
		}
	}
}

// declarations lists what a file declares, methods by their name with a dot,
// and tells whether it registers a rule.
func declarations(file *ast.File) (names []string, isRule bool) {
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
					isRule = isRule || registers(s)
				}
			}
		}
	}
	return names, isRule
}

func registers(s *ast.ValueSpec) bool {
	for _, value := range s.Values {
		if call, ok := value.(*ast.CallExpr); ok {
			if f, ok := call.Fun.(*ast.Ident); ok && f.Name == "register" {
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
