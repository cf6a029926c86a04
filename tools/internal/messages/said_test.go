package messages

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// What the program says is read from its source: whatever is handed to a parameter, or put
// into a field, that by its name is shown to people.
var (
	shownParameters = []string{"why", "complaint", "did", "doing", "format", "hint", "message", "question", "said"}
	shownFields     = map[string][]string{ // by package
		"":          {"message", "hint"},
		"agenda":    {"why"},
		"between":   {"name"},
		"check":     {"title", "why", "mend"},
		"headers":   {"doc"},
		"main":      {"title", "doc"},
		"render":    {"title", "doc"},
		"review":    {"what"},
		"toolchain": {"mend"},
	}
	// Of what is no function here: the place of what is shown.
	shownLists   = []string{"panelWords"}
	shownResults = []string{"count"}
	foreignShown = map[string]int{"errors.New": 0, "fmt.Errorf": 0, "Say": 0, "say": 0, "Status": 0}
)

// foreign is what others say in findings and errors of ours: flag, the operating system,
// and the readers of YAML and TOML, of what people do wrong most.
var foreign = []string{
	"flag provided but not defined: -%s", "flag needs an argument: -%s", "invalid value %q for flag -%s: %v",
	"invalid boolean value %q for -%s: %v", "bad flag syntax: %s", "parse error", "value out of range",
	"no such file or directory", "permission denied", "no space left on device", "is a directory", "not a directory",
	"file exists", "connection refused", "read-only file system", "no such host", "unexpected EOF", "context deadline exceeded",
	"',' or ']' must be specified", "',' or '}' must be specified", "could not find flow mapping end token '}'",
	"sequence end token ']' not found", "could not find end character of double-quoted text",
	"could not find end character of single-quoted text", "mapping value is not allowed in this context",
	"value is not allowed in this context", "value is not allowed in this context. map key-value is pre-defined",
	"non-map value is specified", "unexpected key name", "unexpected map key", "unexpected scalar value",
	"mapping key %q already defined at [%d:%d]", "block sequence entries are not allowed in this context",
	"expected map key-value delimiter ':'", "found character '\t' that cannot start any token",
	"found an invalid key for this map", "undefined alias name",
	"invalid character '%s' looking for beginning of value", "unexpected end of JSON input",
}

// said maps what the program says, texts and formats, to a place where it says so.
func said(t *testing.T) map[string]string {
	r := &reader{fset: token.NewFileSet(), rooms: map[string]*room{}, found: map[string]string{}}
	for _, pattern := range []string{"../*/*.go", "../../wijzer/*.go"} {
		names, _ := filepath.Glob(pattern)
		for _, name := range names {
			if !strings.HasSuffix(name, "_test.go") {
				r.add(t, name)
			}
		}
	}
	for _, p := range r.rooms {
		for _, file := range p.files {
			r.read(p, file)
		}
	}
	for _, p := range r.rooms {
		for _, list := range shownLists {
			if values, ok := p.values[list].(*ast.CompositeLit); ok {
				r.noteAll(values.Elts, &scope{room: p}, false)
			}
		}
	}
	r.schemas(t)
	r.found["paragraph"], r.found["item"], r.found["cell"] = "md/md.go", "md/md.go", "md/md.go"
	for _, text := range foreign {
		r.found[text] = "a library"
	}
	return r.found
}

// schemas notes what schemas say of their keys, in questions, and of the form that a value
// must have, in hints; and the kinds of records, which stand before their names.
func (r *reader) schemas(t *testing.T) {
	names, _ := filepath.Glob("../schema/*.json")
	r.found["page"], r.found["term"] = "site/refs.go", "site/refs.go"
	for _, name := range names {
		if kind := strings.TrimSuffix(filepath.Base(name), ".json"); !strings.Contains(kind, "-") && kind != "common" {
			r.found[kind] = name
		}
		src, err := os.ReadFile(name)
		var schema any
		if err == nil {
			err = json.Unmarshal(src, &schema)
		}
		if err != nil {
			t.Fatal(err)
		}
		r.forms(schema, name)
	}
}

func (r *reader) forms(schema any, name string) {
	switch node := schema.(type) {
	case []any:
		for _, item := range node {
			r.forms(item, name)
		}
	case map[string]any:
		if text, _ := node["description"].(string); text != "" {
			r.found[text] = name
			if node["pattern"] != nil {
				r.found[strings.TrimSuffix(strings.ToLower(text[:1])+text[1:], ".")] = name
			}
		}
		for _, item := range node {
			r.forms(item, name)
		}
	}
}

type reader struct {
	fset  *token.FileSet
	rooms map[string]*room // by the name of the package
	found map[string]string
}

// A room is what can be looked up in a package.
type room struct {
	name   string
	files  []*ast.File
	values map[string]ast.Expr
	funcs  map[string][]*function
	types  map[string]*ast.StructType
}

type function struct {
	room *room
	typ  *ast.FuncType
	body *ast.BlockStmt
}

func (r *reader) add(t *testing.T, name string) {
	file, err := parser.ParseFile(r.fset, name, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	p := r.rooms[file.Name.Name]
	if p == nil {
		p = &room{name: file.Name.Name, values: map[string]ast.Expr{}, funcs: map[string][]*function{}, types: map[string]*ast.StructType{}}
		r.rooms[file.Name.Name] = p
	}
	p.files = append(p.files, file)
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			if n.Body != nil {
				p.funcs[n.Name.Name] = append(p.funcs[n.Name.Name], &function{p, n.Type, n.Body})
			}
		case *ast.AssignStmt: // a closure with a name
			for i := range n.Rhs {
				if f, ok := n.Rhs[i].(*ast.FuncLit); ok && len(n.Lhs) == len(n.Rhs) {
					if name, ok := n.Lhs[i].(*ast.Ident); ok {
						p.funcs[name.Name] = append(p.funcs[name.Name], &function{p, f.Type, f.Body})
					}
				}
			}
		case *ast.TypeSpec:
			if s, ok := n.Type.(*ast.StructType); ok {
				p.types[n.Name.Name] = s
			}
		}
		return true
	})
	for _, d := range file.Decls {
		if g, ok := d.(*ast.GenDecl); ok {
			for _, spec := range g.Specs {
				if v, ok := spec.(*ast.ValueSpec); ok && len(v.Names) == len(v.Values) {
					for i := range v.Names {
						p.values[v.Names[i].Name] = v.Values[i]
					}
				}
			}
		}
	}
}

// read finds what is shown in one file.
func (r *reader) read(p *room, file *ast.File) {
	for _, d := range file.Decls {
		s := &scope{room: p}
		if f, ok := d.(*ast.FuncDecl); ok {
			s.body = f.Body
			if f.Name.Name == "String" && f.Body != nil {
				for _, text := range r.returned(&function{p, f.Type, f.Body}, s, 0) {
					if strings.Contains(text, " ") {
						r.note(f.Pos(), text)
					}
				}
			}
		}
		ast.Inspect(d, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncLit:
				if s.body == nil { // of a value of the package
					s.body = n.Body
				}
			case *ast.CallExpr:
				r.call(n, s)
			case *ast.CompositeLit:
				r.literal(n, s)
			case *ast.AssignStmt:
				for i := range min(len(n.Lhs), len(n.Rhs)) {
					if field, ok := n.Lhs[i].(*ast.SelectorExpr); ok {
						r.field(field.Sel.Name, n.Rhs[i], s)
					}
				}
			}
			return true
		})
	}
}

// call notes what is handed to parameters that are shown.
func (r *reader) call(call *ast.CallExpr, s *scope) {
	name, callees := r.callees(call, s)
	if i, ok := foreignShown[name]; ok {
		r.noteAll(call.Args[i:i+1], s, name == "fmt.Errorf")
		r.noteParts(call.Args[i+1:], s)
	}
	if slices.Contains(shownResults, name) {
		r.noteParts([]ast.Expr{call}, s)
	}
	if name == "strings.Join" {
		if sep := r.texts(call.Args[1], s); letter.MatchString(strings.Join(sep, "")) {
			r.note(call.Pos(), "%s"+sep[0]+"%s")
		}
	}
	for _, f := range callees {
		for i, parameter := range parameters(f.typ) {
			if i < len(call.Args) && slices.Contains(shownParameters, parameter) && !(parameter == "format" && isName(call.Args[i])) {
				r.noteAll(call.Args[i:i+1], s, parameter == "format")
				if parameter == "format" {
					r.noteParts(call.Args[i+1:], s)
				}
			}
		}
	}
}

// isName reports whether a text is the name of something: one word.
func isName(e ast.Expr) bool {
	literal, ok := e.(*ast.BasicLit)
	return ok && !strings.ContainsAny(literal.Value, " %:")
}

// literal notes fields that are shown, with and without their names.
func (r *reader) literal(literal *ast.CompositeLit, s *scope) {
	fields := structOf(literal.Type, s.room)
	for i, e := range literal.Elts {
		if pair, ok := e.(*ast.KeyValueExpr); ok {
			if key, ok := pair.Key.(*ast.Ident); ok {
				r.field(key.Name, pair.Value, s)
			}
		} else if i < len(fields) {
			r.field(fields[i], e, s)
		}
	}
	element := elementOf(literal.Type)
	for _, e := range literal.Elts {
		if pair, ok := e.(*ast.KeyValueExpr); ok {
			e = pair.Value
		}
		if inner, ok := e.(*ast.CompositeLit); ok && inner.Type == nil && element != nil {
			r.literal(&ast.CompositeLit{Type: element, Elts: inner.Elts}, s)
		}
	}
}

func (r *reader) field(name string, value ast.Expr, s *scope) {
	name = strings.ToLower(name)
	if s.room.name == "headers" && name == "doc" { // is shown line by line
		for _, text := range r.texts(value, s) {
			for line := range strings.Lines(text) {
				r.note(value.Pos(), strings.TrimSpace(line))
			}
		}
		return
	}
	if slices.Contains(shownFields[""], name) || slices.Contains(shownFields[s.room.name], name) {
		for _, text := range r.texts(value, s) {
			r.note(value.Pos(), text)
		}
		if name == "message" || name == "hint" {
			r.parts(value, s)
		}
	}
}

func structOf(typ ast.Expr, p *room) []string {
	var names []string
	if name, ok := typ.(*ast.Ident); ok && p.types[name.Name] != nil {
		typ = p.types[name.Name]
	}
	if s, ok := typ.(*ast.StructType); ok {
		for _, field := range s.Fields.List {
			for _, name := range field.Names {
				names = append(names, name.Name)
			}
		}
	}
	return names
}

func elementOf(typ ast.Expr) ast.Expr {
	switch typ := typ.(type) {
	case *ast.ArrayType:
		return typ.Elt
	case *ast.MapType:
		return typ.Value
	}
	return nil
}

func parameters(typ *ast.FuncType) []string {
	var names []string
	for _, field := range typ.Params.List {
		for _, name := range field.Names {
			names = append(names, name.Name)
		}
	}
	return names
}

var letter = regexp.MustCompile(`[A-Za-z]{2}`)

// note keeps what has words of its own.
func (r *reader) note(at token.Pos, text string) {
	if !letter.MatchString(verb.ReplaceAllString(text, "")) {
		return
	}
	if !strings.Contains(strings.Join(verb.FindAllString(text, -1), " ")+" ", "%") || onlyPercents(text) {
		text = strings.ReplaceAll(text, "%%", "%")
	}
	if place := r.fset.Position(at).String(); r.found[text] == "" || place < r.found[text] {
		r.found[text] = place
	}
}

func onlyPercents(text string) bool {
	return !slices.ContainsFunc(verb.FindAllString(text, -1), func(v string) bool { return v != "%%" })
}

func (r *reader) noteAll(exprs []ast.Expr, s *scope, format bool) {
	for _, e := range exprs {
		for _, text := range r.resolve(e, s, format) {
			r.note(e.Pos(), text)
		}
		r.parts(e, s)
	}
}

// noteParts notes phrases that are filled in.
func (r *reader) noteParts(args []ast.Expr, s *scope) {
	for _, arg := range args {
		for _, text := range r.texts(arg, s) {
			if strings.Contains(strings.TrimSpace(text), " ") {
				r.note(arg.Pos(), text)
			}
		}
		r.parts(arg, s)
	}
}

// parts notes phrases that are filled in, in formats and sums below an expression.
func (r *reader) parts(e ast.Expr, s *scope) {
	ast.Inspect(e, func(n ast.Node) bool {
		if sum, ok := n.(*ast.BinaryExpr); ok && sum.Op == token.ADD {
			for _, operand := range operands(sum) {
				r.noteParts([]ast.Expr{operand}, s)
			}
			return false
		}
		if call, ok := n.(*ast.CallExpr); ok {
			if name, _ := r.callees(call, s); name == "fmt.Sprintf" {
				r.noteParts(call.Args[1:], s)
				return false
			}
		}
		return true
	})
}

// operands lists what a sum adds, without the texts that stand in it.
func operands(e ast.Expr) []ast.Expr {
	switch sum := e.(type) {
	case *ast.BasicLit:
		return nil
	case *ast.BinaryExpr:
		return append(operands(sum.X), operands(sum.Y)...)
	}
	return []ast.Expr{e}
}

// A scope is where an expression stands.
type scope struct {
	room       *room
	body       *ast.BlockStmt
	parameters map[string][]string
	depth      int
}

func (r *reader) texts(e ast.Expr, s *scope) []string { return r.resolve(e, s, false) }

const unknown = "%s"

// resolve returns the texts that an expression can be, with a verb for what is not known.
// In a format a percent sign is already one.
func (r *reader) resolve(e ast.Expr, s *scope, format bool) []string {
	if s.depth > 8 {
		return []string{unknown}
	}
	inner := *s
	inner.depth++
	switch e := e.(type) {
	case *ast.BasicLit:
		text, err := strconv.Unquote(e.Value)
		if err != nil || e.Kind != token.STRING {
			return []string{unknown}
		}
		if !format {
			text = strings.ReplaceAll(text, "%", "%%")
		}
		return []string{text}
	case *ast.ParenExpr:
		return r.resolve(e.X, &inner, format)
	case *ast.BinaryExpr:
		return product(r.single(e.X, r.resolve(e.X, &inner, format)), r.single(e.Y, r.resolve(e.Y, &inner, format)))
	case *ast.Ident:
		return r.named(e.Name, &inner, format)
	case *ast.SelectorExpr:
		if x, ok := e.X.(*ast.Ident); ok && r.rooms[x.Name] != nil && r.rooms[x.Name].values[e.Sel.Name] != nil {
			return r.resolve(r.rooms[x.Name].values[e.Sel.Name], &scope{room: r.rooms[x.Name], depth: inner.depth}, format)
		}
	case *ast.IndexExpr:
		return r.elements(e.X, &inner, format)
	case *ast.CallExpr:
		return r.called(e, &inner, 0)
	}
	return []string{unknown}
}

// single leaves what can be one of several texts to be translated by itself.
func (r *reader) single(e ast.Node, texts []string) []string {
	if len(texts) < 2 {
		return texts
	}
	for _, text := range texts {
		if strings.Contains(strings.TrimSpace(text), " ") {
			r.note(e.Pos(), text)
		}
	}
	return []string{unknown}
}

// product joins each of the one with each of the other.
func product(left, right []string) []string {
	var all []string
	for _, l := range left {
		for _, r := range right {
			all = append(all, l+r)
		}
	}
	return compact(all)
}

func compact(texts []string) []string {
	slices.Sort(texts)
	texts = slices.Compact(texts)
	if len(texts) > 24 {
		return []string{unknown}
	}
	return texts
}

// named resolves a name: a parameter, what a function assigns to it, or a value of the package.
func (r *reader) named(name string, s *scope, format bool) []string {
	if known := s.parameters[name]; known != nil {
		return slices.Concat(known, r.added(name, known, s))
	}
	if texts := r.assigned(name, s, format); texts != nil {
		return compact(slices.Concat(texts, r.added(name, r.single(s.body, texts), s)))
	}
	if value := s.room.values[name]; value != nil {
		return r.resolve(value, &scope{room: s.room, depth: s.depth}, format)
	}
	return []string{unknown}
}

func (r *reader) assigned(name string, s *scope, format bool) (texts []string) {
	if s.body == nil {
		return nil
	}
	ast.Inspect(s.body, func(n ast.Node) bool {
		if v, ok := n.(*ast.ValueSpec); ok && len(v.Names) == len(v.Values) {
			for i := range v.Names {
				if v.Names[i].Name == name {
					texts = append(texts, r.resolve(v.Values[i], s, format)...)
				}
			}
		}
		a, ok := n.(*ast.AssignStmt)
		if !ok || a.Tok == token.ADD_ASSIGN {
			return true
		}
		for i, left := range a.Lhs {
			if id, ok := left.(*ast.Ident); !ok || id.Name != name {
				continue
			}
			if len(a.Lhs) == len(a.Rhs) {
				texts = append(texts, r.resolve(a.Rhs[i], s, format)...)
			} else if call, ok := a.Rhs[0].(*ast.CallExpr); ok {
				texts = append(texts, r.called(call, s, i)...)
			}
		}
		return true
	})
	return texts
}

// added resolves what is put behind a name with +=.
func (r *reader) added(name string, before []string, s *scope) (texts []string) {
	if s.body == nil {
		return nil
	}
	ast.Inspect(s.body, func(n ast.Node) bool {
		if a, ok := n.(*ast.AssignStmt); ok && a.Tok == token.ADD_ASSIGN {
			if id, ok := a.Lhs[0].(*ast.Ident); ok && id.Name == name {
				texts = append(texts, product(before, r.texts(a.Rhs[0], s))...)
			}
		}
		return true
	})
	return texts
}

// elements resolves what a list or a map can hold.
func (r *reader) elements(e ast.Expr, s *scope, format bool) (texts []string) {
	if id, ok := e.(*ast.Ident); ok {
		e = s.room.values[id.Name]
	}
	if list, ok := e.(*ast.CompositeLit); ok {
		for _, v := range list.Elts {
			if pair, ok := v.(*ast.KeyValueExpr); ok {
				v = pair.Value
			}
			texts = append(texts, r.resolve(v, s, format)...)
		}
		return compact(texts)
	}
	return []string{unknown}
}

// callees names what is called, and finds it in the program.
func (r *reader) callees(call *ast.CallExpr, s *scope) (string, []*function) {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name, s.room.funcs[f.Name]
	case *ast.SelectorExpr:
		if x, ok := f.X.(*ast.Ident); ok {
			if p := r.rooms[x.Name]; p != nil {
				return f.Sel.Name, p.funcs[f.Sel.Name]
			}
			if x.Name == "fmt" || x.Name == "errors" || x.Name == "strings" || x.Name == "cmp" {
				return x.Name + "." + f.Sel.Name, nil
			}
		}
		return f.Sel.Name, s.room.funcs[f.Sel.Name]
	}
	return "", nil
}

// called resolves the result of a call.
func (r *reader) called(call *ast.CallExpr, s *scope, result int) (texts []string) {
	name, callees := r.callees(call, s)
	switch name {
	case "fmt.Sprintf", "fmt.Sprint":
		for _, format := range r.resolve(call.Args[0], s, name == "fmt.Sprintf") {
			texts = append(texts, r.filled(format, call.Args[1:], s)...)
		}
		return texts
	case "String": // of what is not known here
		return []string{unknown}
	case "strings.TrimSpace", "strings.ToLower", "strings.TrimPrefix", "strings.TrimSuffix":
		return r.texts(call.Args[0], s)
	case "cmp.Or":
		for _, arg := range call.Args {
			texts = append(texts, r.texts(arg, s)...)
		}
		return compact(texts)
	}
	for _, f := range callees {
		given := map[string][]string{}
		for i, parameter := range parameters(f.typ) {
			if i < len(call.Args) && !call.Ellipsis.IsValid() {
				given[parameter] = r.texts(call.Args[i], s)
			}
		}
		texts = append(texts, r.returned(f, &scope{f.room, f.body, given, s.depth}, result)...)
	}
	if texts == nil {
		return []string{unknown}
	}
	return compact(texts)
}

// filled puts parameters whose texts are known into a format.
func (r *reader) filled(format string, args []ast.Expr, s *scope) []string {
	texts := []string{format}
	verbs := verb.FindAllString(format, -1)
	for i, arg := range args {
		id, ok := arg.(*ast.Ident)
		if !ok || i >= len(verbs) || verbs[i] != unknown || s.parameters[id.Name] == nil {
			continue
		}
		var next []string
		for _, value := range r.named(id.Name, s, false) {
			for _, text := range texts {
				at := verb.FindAllStringIndex(text, -1)[i]
				next = append(next, text[:at[0]]+value+text[at[1]:])
			}
		}
		if !slices.ContainsFunc(next, func(text string) bool { return len(verb.FindAllString(text, -1)) != len(verbs) }) || i == len(verbs)-1 {
			texts = next
		}
	}
	return texts
}

// returned resolves what a function returns.
func (r *reader) returned(f *function, s *scope, result int) (texts []string) {
	if f.typ.Results == nil {
		return nil
	}
	scoped := &scope{f.room, f.body, s.parameters, s.depth + 1}
	if scoped.depth > 8 {
		return nil
	}
	ast.Inspect(f.body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			if result < len(n.Results) {
				texts = append(texts, r.texts(n.Results[result], scoped)...)
			}
		}
		return true
	})
	return compact(texts)
}
