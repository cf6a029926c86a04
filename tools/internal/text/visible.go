package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Notation is how characters are written down.
type Notation struct {
	Special string // ASCII bytes that can begin more than themselves
	// Next reads the character that src, which is not empty, begins with: what
	// it stands for, and how many bytes of src say so.
	Next func(src []byte) (char string, size int)
}

// Plain is text in which every character stands for itself. A byte that is
// part of none shows as U+FFFD, and cannot become part of one when what
// stood beside it goes.
var Plain = Notation{Next: func(src []byte) (char string, size int) {
	r, size := utf8.DecodeRune(src)
	return string(r), size
}}

// quiet counts the bytes at the head of src that are whole characters and
// stand for themselves, whatever follows. Most bytes do.
func (n Notation) quiet(src []byte) int {
	for at, c := range src {
		if c >= utf8.RuneSelf {
			return max(0, at-1) // it may combine with the one before
		}
		for i := range len(n.Special) {
			if c == n.Special[i] {
				return at
			}
		}
	}
	return len(src)
}

// Visible returns s as a reader sees it: composed (NFC), with plain spaces,
// letters and digits, and without characters that have no width.
func Visible(s string) string {
	if isASCII(s) {
		return s
	}
	out := make([]byte, 0, len(s))
	Runs([]byte(s), Plain, func(text string, _, _ int) { out = append(out, text...) })
	return string(out)
}

// Runs visits src as a reader sees it, run by run, each with the bytes of
// src that it was made from. A run that is as its source says is as long as
// can be; any other is one character.
func Runs(src []byte, n Notation, visit func(text string, from, to int)) {
	plain := 0 // where the run begins that is as its source says
	flush := func(to int) {
		if plain < to {
			visit(string(src[plain:to]), plain, to)
		}
	}
	for at := 0; ; {
		at += n.quiet(src[at:])
		if at == len(src) {
			break
		}
		char, size := composed(src[at:], n)
		if seen := visible(char); seen != string(src[at:at+size]) {
			flush(at)
			plain = at + size
			if seen != "" {
				visit(seen, at, at+size)
			}
		}
		at += size
	}
	flush(len(src))
}

// composed reads a character with the marks that combine with it.
func composed(src []byte, n Notation) (char string, size int) {
	char, size = n.Next(src)
	for size < len(src) && (src[size] >= utf8.RuneSelf || strings.IndexByte(n.Special, src[size]) >= 0) {
		more, length := n.Next(src[size:])
		if more[0] < utf8.RuneSelf || norm.NFC.PropertiesString(more).BoundaryBefore() {
			break
		}
		char, size = char+more, size+length
	}
	return char, size
}

func visible(char string) string {
	if len(char) == 1 {
		return char
	}
	out := make([]rune, 0, 4)
	for _, r := range norm.NFC.String(char) {
		switch {
		case unicode.Is(unicode.Zs, r):
			out = append(out, ' ')
		case IsForm(r):
			out = append(out, []rune(norm.NFKC.String(string(r)))...)
		case !Invisible(r):
			out = append(out, r)
		}
	}
	return string(out)
}

// Invisible reports whether a character has no width of its own: soft
// hyphens, joiners, byte order marks, marks of direction
// (Default_Ignorable_Code_Point and Cf of Unicode, but for signs that are
// drawn around digits).
func Invisible(r rune) bool {
	if r < 0x80 {
		return false
	}
	return unicode.In(r, unicode.Cf, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector) &&
		!unicode.Is(unicode.Prepended_Concatenation_Mark, r)
}

// IsForm reports whether a character is a letter, a digit or a sign of
// addresses drawn in another way: wide, in a circle, joined to the next as
// in print, or as mathematics has them.
func IsForm(r rune) bool { return unicode.Is(forms, r) }

var forms = &unicode.RangeTable{
	R16: []unicode.Range16{{0x2024, 0x2025, 1}, {0x24B6, 0x24E9, 1}, {0xFB00, 0xFB06, 1}, {0xFF0E, 0xFF19, 1}, {0xFF20, 0xFF3A, 1}, {0xFF41, 0xFF5A, 1}},
	R32: []unicode.Range32{{0x1D400, 0x1D7FF, 1}},
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
