// Package yaml reads the YAML of records, front matter and blocks into
// plain values, texts as a reader sees them, and remembers where each value
// stands. It is the only importer of the YAML library, which is the one
// Hugo uses, so that both read the same values.
package yaml

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/text"
)

// maxDepth bounds the nesting of a document: records are flat, and a parser
// that recurses must not be led into a stack overflow, which Go cannot recover.
const maxDepth = 64

// maxKeys bounds the keys of a document: the library needs time that grows
// with the square of their number. The largest record has some forty.
const maxKeys = 4000

// Doc is one YAML document. The zero Doc is an empty one.
type Doc struct {
	Value   any // map[string]any, []any, string, bool, uint64, int64, float64 or nil
	Written any // the same with texts as they are written, which templates read

	origin diag.Position    // where the document's first line stands
	places map[string]place // by JSON pointer
}

// place is where a value stands, and the key that holds it: in the text of
// the document. A large site has a million of them.
type place struct{ value, key spot }

// spot is a line and a column; the zero spot is none.
type spot struct{ line, column int32 }

func spotOf(t *token.Token) spot { return spot{int32(t.Position.Line), int32(t.Position.Column)} }

// Error is a fault in the YAML text with its place.
type Error struct {
	diag.Position
	Message string
	Hint    string // the remedy, "" where nothing better is known than to correct it
}

func (e *Error) Error() string { return e.Position.String() + ": " + e.Message }

// Parse reads src, the YAML text whose first line stands at origin: Line is
// the line number of src's first line, File the file it is part of.
func Parse(src []byte, origin diag.Position) (doc *Doc, err error) {
	doc = &Doc{origin: origin, places: map[string]place{}}
	defer func() { // the library panics on some malformed input
		if r := recover(); r != nil {
			err = &Error{Position: origin, Message: fmt.Sprintf("unreadable YAML: %v", r)}
		}
	}()
	src = bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n")) // which the library counts as two lines
	if line, deep := tooDeep(src); deep {
		return doc, &Error{Position: doc.at(line, 1), Message: fmt.Sprintf("YAML nested more than %d levels deep", maxDepth), Hint: "write fewer levels: no record needs as many"}
	}
	if keys(src) > maxKeys {
		return doc, &Error{Position: origin, Message: fmt.Sprintf("YAML with more than %d keys", maxKeys), Hint: "divide it over several files"}
	}
	file, err := parser.ParseBytes(src, 0)
	if err != nil {
		return doc, cmp.Or[error](doc.tabError(src), doc.syntaxError(err))
	}
	if len(file.Docs) > 1 {
		return doc, &Error{Position: doc.at(file.Docs[1].GetToken().Position.Line, 1), Message: "more than one YAML document in a file", Hint: "take out the line --- between them, or make two files"}
	}
	if len(file.Docs) == 0 || file.Docs[0].Body == nil {
		return doc, nil
	}
	body := file.Docs[0].Body
	if err := doc.index(body, "", spot{}); err != nil {
		return doc, err
	}
	if err := yaml.NodeToValue(body, &doc.Value); err != nil {
		return doc, doc.syntaxError(err)
	}
	changed := false
	doc.Value = normalise(doc.Value, func(written string) string {
		shown := text.Visible(written)
		changed = changed || shown != written
		return shown
	})
	if doc.Written = doc.Value; changed {
		var written any
		err = yaml.NodeToValue(body, &written)
		doc.Written = normalise(written, func(written string) string { return written })
	}
	return doc, err
}

// keys counts what may be a key: a little too many, as texts hold colons too.
func keys(src []byte) int {
	n := bytes.Count(src, []byte(": ")) + bytes.Count(src, []byte(":\n")) + bytes.Count(src, []byte("? "))
	return n + bytes.Count(src, []byte("?\n"))
}

// tooDeep looks for nesting beyond maxDepth, in flow style by its brackets
// and in block style by its indentation.
func tooDeep(src []byte) (line int, deep bool) {
	line, depth, dashes := 1, 0, 0
	for _, b := range src {
		switch b {
		case '\n':
			line, dashes = line+1, 0
		case '[', '{':
			depth++
		case ']', '}':
			depth = max(depth-1, 0)
		case '-', '?', ':':
			dashes++
		}
		if depth > maxDepth || dashes > 4*maxDepth {
			return line, true
		}
	}
	return 0, false
}

// Texts visits the texts in a document with their JSON pointers, in the
// order of keys.
func (d *Doc) Texts() iter.Seq2[string, string] {
	return func(yield func(pointer, text string) bool) { texts(d.Value, "", yield) }
}

func texts(value any, pointer string, yield func(pointer, text string) bool) bool {
	switch v := value.(type) {
	case string:
		return yield(pointer, v)
	case map[string]any:
		keys := slices.AppendSeq(make([]string, 0, len(v)), maps.Keys(v))
		slices.Sort(keys)
		for _, key := range keys {
			if !texts(v[key], pointer+"/"+escaping.Replace(key), yield) {
				return false
			}
		}
	case []any:
		for i, child := range v {
			if !texts(child, pointer+"/"+strconv.Itoa(i), yield) {
				return false
			}
		}
	}
	return true
}

func (d *Doc) at(line, column int) diag.Position {
	return diag.Position{File: d.origin.File, Line: d.origin.Line + line - 1, Column: column}
}

func (d *Doc) syntaxError(err error) error {
	var y yaml.Error
	if errors.As(err, &y) && y.GetToken() != nil {
		p := y.GetToken().Position
		fault := &Error{Position: d.at(p.Line, p.Column), Message: "YAML: " + strings.ToLower(y.GetMessage())}
		if strings.Contains(fault.Message, "already defined") {
			fault.Hint = "keep one of the two"
		}
		return fault
	}
	return &Error{Position: d.at(1, 1), Message: "YAML: " + err.Error()}
}

// indentedByTab finds a line that a tab indents, of which the library says
// something else.
var indentedByTab = regexp.MustCompile(`(?m)^ *\t\s*\S`)

func (d *Doc) tabError(src []byte) error {
	m := indentedByTab.FindIndex(src)
	if m == nil {
		return nil
	}
	line := bytes.Count(src[:m[0]], []byte("\n")) + 1
	return &Error{Position: d.at(line, 1), Message: "a tab indents this line", Hint: "indent with spaces: YAML knows no tabs"}
}

// index walks the tree once, notes the place of every value and refuses
// anchors and aliases: no record needs them, and they can multiply a document.
func (d *Doc) index(n ast.Node, pointer string, key spot) error {
	if n == nil {
		d.places[pointer] = place{key: key}
		return nil
	}
	p := start(n).Position
	d.places[pointer] = place{spotOf(start(n)), key}
	switch n := n.(type) {
	case *ast.MappingNode:
		for _, pair := range n.Values {
			if err := d.indexPair(pair, pointer); err != nil {
				return err
			}
		}
	case *ast.MappingValueNode:
		return d.indexPair(n, pointer)
	case *ast.SequenceNode:
		for i, item := range n.Values {
			if err := d.index(item, pointer+"/"+strconv.Itoa(i), spot{}); err != nil {
				return err
			}
		}
	case *ast.AnchorNode, *ast.AliasNode, *ast.MergeKeyNode:
		return &Error{Position: d.at(p.Line, p.Column), Message: "YAML anchors and aliases are not allowed here", Hint: "write the value out where it is used, or put quotes around a text that begins with & or *"}
	}
	return nil
}

func (d *Doc) indexPair(pair *ast.MappingValueNode, pointer string) error {
	key := pair.Key.GetToken()
	if _, merge := pair.Key.(*ast.MergeKeyNode); merge {
		return &Error{Position: d.at(key.Position.Line, key.Position.Column), Message: "YAML merge keys are not allowed here", Hint: "write the keys out"}
	}
	child := pointer + "/" + escaping.Replace(key.Value)
	return d.index(pair.Value, child, spotOf(key))
}

// start returns the first token of a node: of a mapping its first key,
// since the library's own answer is the colon.
func start(n ast.Node) *token.Token {
	switch n := n.(type) {
	case *ast.MappingNode:
		if !n.IsFlowStyle && len(n.Values) > 0 {
			return n.Values[0].Key.GetToken()
		}
		return n.Start
	case *ast.MappingValueNode:
		return n.Key.GetToken()
	case *ast.LiteralNode:
		return n.Start
	}
	return n.GetToken()
}

// The two characters that have a meaning in a JSON pointer (RFC 6901).
var (
	escaping   = strings.NewReplacer("~", "~0", "/", "~1")
	unescaping = strings.NewReplacer("~1", "/", "~0", "~")
)

// Pointer builds a JSON pointer (RFC 6901) from its parts.
func Pointer(parts ...string) string {
	var b strings.Builder
	for _, p := range parts {
		b.WriteString("/" + escaping.Replace(p))
	}
	return b.String()
}

// Position returns the place of the value at a JSON pointer, or of the
// nearest value around it.
func (d *Doc) Position(pointer string) diag.Position {
	for p := pointer; ; p = p[:strings.LastIndexByte(p, '/')] {
		if at := d.places[p].value; at != (spot{}) {
			return d.at(int(at.line), int(at.column))
		}
		if !strings.Contains(p, "/") {
			return d.at(1, 1)
		}
	}
}

// KeyPosition returns the place of the key at a JSON pointer, or of the
// value around it when there is no such key.
func (d *Doc) KeyPosition(pointer string) diag.Position {
	if at := d.places[pointer].key; at != (spot{}) {
		return d.at(int(at.line), int(at.column))
	}
	return d.Position(pointer)
}

// Text returns the text at a JSON pointer, "" when there is none.
func (d *Doc) Text(pointer string) string {
	value, _ := d.At(pointer).(string)
	return value
}

// Decode fills into with the value at a JSON pointer, as encoding/json
// does: what does not fit its field is left as it was, and the error names
// the first such thing. Schemas report those to the editor, so that most
// callers may go on with what fits. Of no document, nil, there is nothing
// to fill in.
func (d *Doc) Decode(pointer string, into any) error {
	if d == nil {
		return nil
	}
	src, err := json.Marshal(d.At(pointer))
	if err != nil {
		return err
	}
	return json.Unmarshal(src, into)
}

// normalise turns the library's values into those of encoding/json's
// family: string keys everywhere, so that JSON Schema can be applied, and
// texts as read.
func normalise(v any, read func(string) string) any {
	switch v := v.(type) {
	case map[string]any:
		for k, e := range v {
			v[k] = normalise(e, read)
		}
	case string:
		return read(v)
	case map[any]any:
		m := make(map[string]any, len(v))
		for k, e := range v {
			m[fmt.Sprint(k)] = normalise(e, read)
		}
		return m
	case []any:
		for i, e := range v {
			v[i] = normalise(e, read)
		}
	}
	return v
}

// At returns the value at a JSON pointer, nil when there is none.
func (d *Doc) At(pointer string) any {
	v := d.Value
	if pointer == "" {
		return v
	}
	for part := range strings.SplitSeq(strings.TrimPrefix(pointer, "/"), "/") {
		switch c := v.(type) {
		case map[string]any:
			v = c[unescaping.Replace(part)]
		case []any:
			i, err := strconv.Atoi(part)
			if err != nil || i < 0 || i >= len(c) {
				return nil
			}
			v = c[i]
		default:
			return nil
		}
	}
	return v
}
