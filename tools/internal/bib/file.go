package bib

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"comwijzer/tools/internal/diag"
)

// Bounds on what is read, so that a broken file is refused at once.
const (
	MaxSize   = 32 << 20 // bytes of a file
	maxItems  = 5000     // in a file
	maxValue  = 1 << 20  // bytes of one field
	maxFields = 5000     // lines of one work in RIS
	maxFaults = 20       // after which reading stops
)

// Rule names findings about files of references.
const Rule = "reference-file"

// Title says what Rule finds.
const Title = "a file of references that cannot be read or taken over"

// file is a text with a name, and what was wrong in it.
type file struct {
	name  string
	text  string
	cut   bool // it is longer than what is read of it
	found []diag.Diagnostic

	offset       int // where the last position was asked for
	line, column int
}

// position returns the place of a byte. Places are asked for in their order
// nearly always, so that long lines are counted once.
func (f *file) position(offset int) diag.Position {
	if offset < f.offset || f.line == 0 {
		f.offset, f.line, f.column = 0, 1, 1
	}
	between := f.text[f.offset:offset]
	if lines := strings.Count(between, "\n"); lines > 0 {
		f.line, f.column = f.line+lines, 1
		between = between[strings.LastIndexByte(between, '\n')+1:]
	}
	f.column += utf8.RuneCountInString(between)
	f.offset = offset
	return diag.Position{File: f.name, Line: f.line, Column: f.column}
}

// fault notes an error, and reports whether to go on.
func (f *file) fault(offset int, hint, format string, args ...any) bool {
	f.note(diag.Error, offset, hint, format, args...)
	return diag.Count(f.found, diag.Error) < maxFaults
}

func (f *file) warn(offset int, hint, format string, args ...any) {
	f.note(diag.Warning, offset, hint, format, args...)
}

func (f *file) note(severity diag.Severity, offset int, hint, format string, args ...any) {
	f.found = append(f.found, diag.Diagnostic{Position: f.position(offset), Rule: Rule, Severity: severity,
		Message: fmt.Sprintf(format, args...), Hint: hint})
}

// Read reads the works of a file in any of the formats. Months are the
// names of months, twelve for each language, by which dates in words are
// read. Where there are errors the works are not all of them.
func Read(name string, src []byte, months [][]string) ([]*Item, []diag.Diagnostic) {
	f := &file{name: name, cut: len(src) > MaxSize}
	f.text = newlines.Replace(strings.TrimPrefix(string(src[:wholeRunes(src)]), "\ufeff"))
	if !f.isText() {
		return nil, f.found
	}
	read := f.format()
	if read == nil {
		f.fault(0, "export it as CSL-JSON, BibTeX or RIS", "this is no file of references")
		return nil, f.found
	}
	items := read(f, calendar(months))
	switch {
	case f.cut:
		f.fault(len(f.text), tooMany, "the file is longer than %d MB", MaxSize>>20)
	case len(items) == 0 && len(f.found) == 0:
		f.fault(0, "export it again, and look whether works were chosen", "there are no works in it")
	}
	return items, f.found
}

// newlines are how lines end on other systems.
var newlines = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// wholeRunes returns how many bytes are read of a text: no part of a
// character.
func wholeRunes(src []byte) int {
	if len(src) <= MaxSize {
		return len(src)
	}
	for n := MaxSize; n > MaxSize-utf8.UTFMax; n-- {
		if utf8.RuneStart(src[n]) {
			return n
		}
	}
	return MaxSize
}

const tooMany = "export fewer works at a time"

// isText reports whether a file is text in UTF-8, and not too long.
func (f *file) isText() bool {
	utf16 := strings.HasPrefix(f.text, "\xff\xfe") || strings.HasPrefix(f.text, "\xfe\xff")
	wrong := strings.IndexByte(f.text, 0)
	if wrong < 0 || utf16 {
		wrong = invalidAt(f.text)
	}
	switch {
	case utf16:
		f.text = ""
		f.fault(0, "export or save it again as UTF-8", "the file is in UTF-16")
	case wrong >= 0 && f.text[wrong] == 0:
		f.fault(wrong, "export it again as text", "a byte 0: this is no text, or it is damaged")
	case wrong >= 0:
		f.fault(wrong, "export it as UTF-8, or convert it: iconv -f WINDOWS-1252 -t UTF-8 old > new",
			"byte %#x is not UTF-8: the file seems to be in Latin-1 (Windows-1252)", f.text[wrong])
	}
	return len(f.found) == 0
}

// invalidAt returns the place of the first byte that is no UTF-8, -1 for
// none.
func invalidAt(text string) int {
	if utf8.ValidString(text) {
		return -1
	}
	for i, r := range text {
		if r == utf8.RuneError && !strings.HasPrefix(text[i:], "\uFFFD") {
			return i
		}
	}
	return -1
}

// format returns what reads a text, by how it begins; nil for nothing.
func (f *file) format() func(*file, months) []*Item {
	text := strings.TrimSpace(f.text)
	first, _, _ := strings.Cut(text, "\n")
	switch {
	case strings.HasPrefix(text, "[") || strings.HasPrefix(text, "{"):
		return readCSL
	case risLine.MatchString(first):
		return readRIS
	case strings.Contains(text, "@"):
		return readBibTeX
	}
	return nil
}
