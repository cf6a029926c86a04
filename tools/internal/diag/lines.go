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
	starts []int   // byte offset at which each line starts
	runes  []int32 // characters before every 32nd byte, where a line is long
}

// stride is how many bytes are counted for one column, at most.
const stride = 32

// long is a line of which nobody counts all of it for one column.
const long = 1024

// NewLines indexes src, the whole text of file.
func NewLines(file string, src []byte) *Lines {
	l := &Lines{file: file, src: src, starts: []int{0}}
	index := false
	for at := 0; ; {
		i := bytes.IndexByte(src[at:], '\n')
		if i < 0 {
			if index || len(src)-at > long {
				l.count()
			}
			return l
		}
		index = index || i > long
		at += i + 1
		l.starts = append(l.starts, at)
	}
}

func (l *Lines) count() {
	n := int32(0)
	for at := 0; at <= len(l.src); at += stride {
		l.runes = append(l.runes, n)
		n += starting(l.src[at:min(at+stride, len(l.src))])
	}
}

// starting counts the characters that begin in a text, which may begin in
// one.
func starting(text []byte) (n int32) {
	for _, b := range text {
		if utf8.RuneStart(b) {
			n++
		}
	}
	return n
}

// between counts the characters from one offset to another.
func (l *Lines) between(from, to int) int {
	if l.runes == nil || to-from < stride {
		return utf8.RuneCount(l.src[from:to])
	}
	before := func(at int) int32 { return l.runes[at/stride] + starting(l.src[at/stride*stride:at]) }
	return int(before(to) - before(from))
}

// Position returns line and column of a byte offset; an offset outside the
// text is moved to its nearest end.
func (l *Lines) Position(offset int) Position {
	offset = min(max(offset, 0), len(l.src))
	line := sort.SearchInts(l.starts, offset+1) - 1
	column := l.between(l.starts[line], offset) + 1
	return Position{File: l.file, Line: line + 1, Column: column}
}

// Offset turns a position back into a byte offset, false where the text has
// none.
func (l *Lines) Offset(p Position) (int, bool) {
	if p.Line < 1 || p.Line > len(l.starts) {
		return 0, false
	}
	at := l.starts[p.Line-1]
	for range max(p.Column-1, 0) {
		_, size := utf8.DecodeRune(l.src[at:])
		if size == 0 {
			return 0, false
		}
		at += size
	}
	return at, true
}
