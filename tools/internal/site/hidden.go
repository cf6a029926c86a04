package site

import (
	"path"
	"strconv"
	"unicode"
	"unicode/utf8"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/text"
)

// mostHidden is in how many lines of a file such characters are told: who
// finds so many mends all.
const mostHidden = 100

// hidden reports the characters that a reader does not see or takes for
// others, and a rule might trip over; in Markdown also those that an entity
// names, in YAML those of an escape. A soft hyphen is none: it says where a
// long word may be broken.
func (l *loader) hidden(name string, src []byte) {
	markdown, isYAML := path.Ext(name) == ".md", path.Ext(name) == ".yaml"
	var lines *diag.Lines
	line, told := 0, 0
	before := rune(' ')
	for i := 0; i < len(src); {
		r, size := rune(src[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(src[i:])
		} else if r == '&' && markdown {
			r, size = named(src[i:])
		} else if r == '\\' && isYAML && before != '\\' {
			r, size = escaped(src[i:])
		}
		if r > '~' || r < ' ' {
			if what, remedy := unseen(r, before, src[i+size:]); what != "" {
				if lines == nil {
					lines = diag.NewLines(name, src)
				}
				if at := lines.Position(i); at.Line != line && told < mostHidden {
					l.report(at, CharacterHidden, remedy, "%s: U+%04X", what, r)
					line, told = at.Line, told+1
				}
			}
		}
		before = r
		i += size
	}
}

// named reads the character that an entity at the head of src names: there may be none.
func named(src []byte) (r rune, size int) {
	char, size := md.Character(src)
	r, _ = utf8.DecodeRuneInString(char)
	return r, size
}

// escaped reads the character that an escape of YAML at the head of src names: there may be none.
func escaped(src []byte) (r rune, size int) {
	for letter, digits := range map[byte]int{'x': 2, 'u': 4, 'U': 8} {
		if size = 2 + digits; len(src) >= size && src[1] == letter {
			if n, err := strconv.ParseUint(string(src[2:size]), 16, 31); err == nil {
				return rune(n), size
			}
		}
	}
	return rune(src[0]), 1
}

// unseen tells what is wrong with a character between two others, "" when nothing is.
func unseen(r, before rune, after []byte) (what, remedy string) {
	switch {
	case r == '\t' || r == '\n' || r == '\r' || r == '\u00AD' || joins(r, before, after):
		return "", ""
	case text.IsForm(r):
		return "a letter or sign in a form of its own", "write the plain one: neither rules nor searching find the word"
	case r == '\u2011':
		return "a hyphen that does not break", "write -: searching for the word does not find it"
	case unicode.Is(unicode.Bidi_Control, r):
		return "a character that changes the direction of text", "remove it: what readers see is not what stands there"
	case text.Invisible(r):
		return "a character without width", "remove it: what readers see is not what stands there"
	case unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Zl, r) || unicode.Is(unicode.Zp, r):
		return "a control character", "remove it, or use a line break or a space"
	case unicode.Is(unicode.Co, r) || r == '\uFFFC' || r == '\u2800' || r == utf8.RuneError || unicode.Is(unicode.Noncharacter_Code_Point, r):
		return "a character that no font shows", "write the character that was meant"
	}
	return "", ""
}

// joins reports whether a character without width has work to do: between
// letters of a script that joins them, and in and after pictographs.
func joins(r, before rune, after []byte) bool {
	next, _ := utf8.DecodeRune(after)
	needs := func(r rune) bool {
		return unicode.IsLetter(r) && !unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic) || unicode.Is(unicode.So, r) ||
			unicode.Is(unicode.Sk, r) || unicode.Is(unicode.Mn, r)
	}
	switch r {
	case '\u200C', '\u200D':
		return (needs(before) || unicode.Is(unicode.Variation_Selector, before)) && needs(next)
	case '\uFE0E', '\uFE0F':
		return needs(before)
	}
	return false
}
