// Package toml reads TOML into plain values and remembers where each key stands.
package toml

import (
	"errors"
	"fmt"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"comwijzer/tools/internal/diag"
)

// Doc is one TOML document.
type Doc struct {
	Value map[string]any // as JSON has it: dates are texts

	file  string
	keys  map[string]diag.Position // JSON pointer → position of the key, or of an item in a list
	lists map[string]int           // of tables: how many there are by now
}

// Error is a fault in the TOML with its place.
type Error struct {
	diag.Position
	err error
}

func (e *Error) Error() string { return e.err.Error() }

// Parse reads the text of a file. What it returns with an error is empty.
func Parse(file string, src []byte) (*Doc, error) {
	doc := &Doc{file: file, keys: map[string]diag.Position{}, lists: map[string]int{}}
	value := map[string]any{}
	if err := Decode(file, src, &value); err != nil {
		return doc, err
	}
	doc.Value = plain(value).(map[string]any)
	doc.index(src)
	return doc, nil
}

// Decode reads the text of a file into a value.
func Decode(file string, src []byte, into any) error {
	err := toml.Unmarshal(src, into)
	if err == nil {
		return nil
	}
	at := diag.Position{File: file, Line: 1, Column: 1}
	if fault, ok := errors.AsType[*toml.DecodeError](err); ok {
		at.Line, at.Column = fault.Position()
	}
	return &Error{at, err}
}

// index notes where each key stands.
func (d *Doc) index(src []byte) {
	lines := diag.NewLines(d.file, src)
	var p unstable.Parser
	p.Reset(src)
	table := ""
	for p.NextExpression() {
		switch e := p.Expression(); e.Kind {
		case unstable.Table:
			table = d.note(lines, "", e.Key())
		case unstable.ArrayTable:
			list := d.note(lines, "", e.Key())
			table = fmt.Sprintf("%s/%d", list, d.lists[list])
			d.keys[table] = lines.Position(int(e.Child().Raw.Offset))
			d.lists[list]++
		case unstable.KeyValue:
			d.pair(lines, table, e)
		}
	}
}

func (d *Doc) pair(lines *diag.Lines, within string, e *unstable.Node) {
	d.value(lines, d.note(lines, within, e.Key()), e.Value())
}

func (d *Doc) value(lines *diag.Lines, at string, node *unstable.Node) {
	i := 0
	for items := node.Children(); items.Next(); i++ {
		item := items.Node()
		switch {
		case node.Kind == unstable.InlineTable:
			d.pair(lines, at, item)
		case node.Kind == unstable.Array:
			place := fmt.Sprintf("%s/%d", at, i)
			d.keys[place] = d.keys[at]
			if item.Raw.Length > 0 {
				d.keys[place] = lines.Position(int(item.Raw.Offset))
			}
			d.value(lines, place, item)
		}
	}
}

// note notes the parts of a key, and returns the pointer that it makes: in
// the last table of a list.
func (d *Doc) note(lines *diag.Lines, pointer string, key unstable.Iterator) string {
	for key.Next() {
		if n := d.lists[pointer]; n > 0 {
			pointer = fmt.Sprintf("%s/%d", pointer, n-1)
		}
		pointer += "/" + string(key.Node().Data)
		if _, known := d.keys[pointer]; !known {
			d.keys[pointer] = lines.Position(int(key.Node().Raw.Offset))
		}
	}
	return pointer
}

// Position returns where the key at a JSON pointer stands, or the nearest
// around it that there is.
func (d *Doc) Position(pointer string) diag.Position {
	for pointer != "" {
		if at, ok := d.keys[pointer]; ok {
			return at
		}
		pointer = pointer[:strings.LastIndexByte(pointer, '/')]
	}
	return diag.Position{File: d.file, Line: 1, Column: 1}
}

// plain makes texts of dates and times.
func plain(value any) any {
	switch v := value.(type) {
	case map[string]any:
		for key, inner := range v {
			v[key] = plain(inner)
		}
	case []any:
		for i, inner := range v {
			v[i] = plain(inner)
		}
	case fmt.Stringer:
		return v.String()
	}
	return value
}
