package repo

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

// trade are words of the glossary that the program needs for its own work.
var trade = []string{"alias", "aliases", "ecli", "glossary"}

// The subject and the languages stand in content, data, i18n and config.toml:
// no text in the program, in a schema or in a layout holds a word of the glossary, or a
// language's code (ADR 5).
func TestTheProgramKnowsNoSubject(t *testing.T) {
	s, _ := site.Load(os.DirFS(root))
	code := regexp.MustCompile(`(^|[\s"'` + "`" + `(\[{/.,=>])(` + strings.Join(s.Languages, "|") + `)($|[:="'` + "`" + `/.}\]])`)
	forms := subject(s)
	if len(forms) < 500 {
		t.Fatalf("%d words of the subject: the glossary was not read", len(forms))
	}
	words := text.NewPhrases(forms)
	eachText(t, func(name, value string) {
		value = address.ReplaceAllString(value, "")
		if m := code.FindString(value); m != "" {
			t.Errorf("%s: %q has a language's code: take it from the site", name, m)
		}
		for _, m := range words.Find(value) {
			t.Errorf("%s: %q is a word of the subject: %q", name, m.Of(value), text.Head(value))
		}
	})
}

// address is what may hold a code or a word that is none.
var address = regexp.MustCompile(`https?://\S+|github\.com/\S+`)

// subject lists the forms of the site's terms.
func subject(s *site.Site) []string {
	var forms []string
	for e := range s.Entries() {
		for _, form := range e.Names() {
			if !text.Set(trade)[strings.ToLower(form)] {
				forms = append(forms, form)
			}
		}
	}
	return forms
}

// program is what belongs to the program besides Go code.
var program = regexp.MustCompile(`^(layouts|assets/js)/|/schema/.*\.json$|\.schema\.json$`)

// eachText visits the literals of Go files, and the program's other files whole.
func eachText(t *testing.T, visit func(name, value string)) {
	eachGoFile(t, func(name string, _ []string) {
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if literal, ok := n.(*ast.BasicLit); ok && literal.Kind == token.STRING {
				value, _ := strconv.Unquote(literal.Value)
				visit(fset.Position(literal.Pos()).String(), value)
			}
			return true
		})
	})
	for _, name := range filesOf(t) {
		if program.MatchString(name) {
			src, err := os.ReadFile(filepath.Join(root, name))
			if err != nil {
				t.Fatal(err)
			}
			visit(name, string(src))
		}
	}
}
