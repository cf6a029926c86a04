// Package fix applies the safe remedies that findings carry. It works on
// texts in memory; writing them is the caller's business.
package fix

import (
	"bytes"
	"cmp"
	"fmt"
	"html"
	"io/fs"
	"regexp"
	"slices"
	"unicode/utf8"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/text"
)

// reach is how far after a finding's position, in bytes, its Old may start:
// a link's text may lie between, a page may not.
const reach = 2000

// File is one file with remedies applied.
type File struct {
	Name     string
	Old, New []byte
	Count    int // remedies applied
}

// Apply returns the files that change, sorted by name. A remedy that does not
// fit its place any more, or overlaps another, is left for the next run.
func Apply(fsys fs.FS, findings []diag.Diagnostic) ([]File, error) {
	byFile := map[string][]diag.Diagnostic{}
	for _, d := range findings {
		if d.Fix != (diag.Fix{}) && d.Line > 0 {
			byFile[d.File] = append(byFile[d.File], d)
		}
	}
	var files []File
	for name, ds := range byFile {
		src, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("reading %q to mend it: %w", name, err)
		}
		if f := mend(name, src, ds); f.Count > 0 {
			files = append(files, f)
		}
	}
	slices.SortFunc(files, func(a, b File) int { return cmp.Compare(a.Name, b.Name) })
	return files, nil
}

type edit struct {
	start, end int
	new        string
}

func mend(name string, src []byte, ds []diag.Diagnostic) File {
	var edits []edit
	lines := diag.NewLines(name, src)
	for _, d := range ds {
		if e, ok := place(src, lines, d); ok {
			edits = append(edits, e)
		}
	}
	slices.SortFunc(edits, func(a, b edit) int { return cmp.Or(a.start-b.start, a.end-b.end) })
	f := File{Name: name, Old: src}
	var out bytes.Buffer
	at := 0
	for _, e := range edits {
		if e.start < at {
			continue
		}
		out.Write(src[at:e.start])
		out.WriteString(e.new)
		at = e.end
		f.Count++
	}
	out.Write(src[at:])
	f.New = out.Bytes()
	return f
}

// place finds where a remedy applies.
func place(src []byte, lines *diag.Lines, d diag.Diagnostic) (edit, bool) {
	from, ok := lines.Offset(d.Position)
	if !ok || d.Fix.Old == "" {
		return edit{}, false
	}
	window := src[from:min(len(src), from+reach+len(d.Fix.Old))]
	i := bytes.Index(window, []byte(d.Fix.Old))
	if i < 0 {
		return edit{}, false
	}
	e := edit{from + i, from + i + len(d.Fix.Old), d.Fix.New}
	return e, !hiddenBeside(src, e)
}

// Entities that a text begins or ends with.
var (
	entityFirst = regexp.MustCompile(`^&#?\w+;`)
	entityLast  = regexp.MustCompile(`&#?\w+;$`)
)

// hiddenBeside reports whether the word that an edit stands in goes on,
// before or after it, with something invisible: then what is seen is not
// what stands there.
func hiddenBeside(src []byte, e edit) bool {
	left, right := src[max(0, e.start-longestEntity):e.start], src[e.end:min(len(src), e.end+longestEntity)]
	before, _ := utf8.DecodeLastRune(left)
	after, _ := utf8.DecodeRune(right)
	if m := entityLast.Find(left); m != nil {
		before, _ = utf8.DecodeRuneInString(html.UnescapeString(string(m)))
	}
	if m := entityFirst.Find(right); m != nil {
		after, _ = utf8.DecodeRuneInString(html.UnescapeString(string(m)))
	}
	return text.Invisible(before) || text.Invisible(after)
}

// longestEntity is how long an entity can be, in bytes.
const longestEntity = 40
