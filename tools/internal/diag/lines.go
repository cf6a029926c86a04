package diag

import (
	"bytes"
	"sort"
	"unicode/utf8"
)

// Lines turns byte offsets of one file into positions.
type Lines struct {
	file   string
	src    []byte
	starts []int // byte offset at which each line starts
}

// NewLines indexes src, the whole text of file.
func NewLines(file string, src []byte) *Lines {
	starts := []int{0}
	for at := 0; ; {
		i := bytes.IndexByte(src[at:], '\n')
		if i < 0 {
			return &Lines{file, src, starts}
		}
		at += i + 1
		starts = append(starts, at)
	}
}

// Position returns line and column of a byte offset; an offset outside the
// text is moved to its nearest end.
func (l *Lines) Position(offset int) Position {
	offset = min(max(offset, 0), len(l.src))
	line := sort.SearchInts(l.starts, offset+1) - 1
	column := utf8.RuneCount(l.src[l.starts[line]:offset]) + 1
	return Position{File: l.file, Line: line + 1, Column: column}
}
