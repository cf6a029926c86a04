package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Numbers finds the runs of digits, with the points, commas and dashes
// inside them, that stand alone: 1.093, 8,8 and 8–17, but not those in a
// word (B1) or before a hyphenated one (764-netwerk).
func Numbers(text string) []Range {
	var out []Range
	for at := 0; ; {
		i := strings.IndexAny(text[at:], "0123456789")
		if i < 0 {
			return out
		}
		from := at + i
		at = from + numberLength(text[from:])
		if !gluedBefore(text[:from]) && !gluedAfter(text[at:]) {
			out = append(out, Range{from, at})
		}
	}
}

// Numerals finds the numbers in digits, each for itself, with the points
// and commas that group and divide them: 2019, 1.200, 3,5 and both of 8–17.
// A digit that belongs to a word, such as B2, is none.
func Numerals(text string) []Range {
	var out []Range
	for at := 0; ; {
		i := strings.IndexFunc(text[at:], unicode.IsNumber)
		if i < 0 {
			return out
		}
		from := at + i
		at = from + numeralLength(text[from:])
		if before := text[:from]; !EndsInWord(before) && !strings.HasSuffix(before, ".") && !strings.HasSuffix(before, ",") {
			out = append(out, Range{from, at})
		}
	}
}

// numeralLength returns the length of the number that text starts with.
func numeralLength(text string) int {
	n := 0
	for i, r := range text {
		if unicode.IsNumber(r) {
			n = i + utf8.RuneLen(r)
		} else if n < i || r != '.' && r != ',' {
			break
		}
	}
	return n
}

func numberLength(text string) int {
	n := 0
	for n < len(text) {
		if IsDigit(text[n]) {
			n++
			continue
		}
		joint := 0
		if strings.IndexByte(".,-/:", text[n]) >= 0 {
			joint = 1
		} else if strings.HasPrefix(text[n:], "–") {
			joint = len("–")
		}
		if joint == 0 || n+joint >= len(text) || !IsDigit(text[n+joint]) {
			break
		}
		n += joint
	}
	return n
}

// IsDigit reports whether a byte is a digit.
func IsDigit(c byte) bool { return c >= '0' && c <= '9' }

func gluedBefore(before string) bool {
	return EndsInWord(before) || strings.HasSuffix(before, "-") && EndsInWord(strings.TrimSuffix(before, "-"))
}

func gluedAfter(after string) bool {
	return StartsWithWord(after) || strings.HasPrefix(after, "-") && StartsWithWord(after[1:])
}

// Digits returns the digits of a text and nothing else.
func Digits(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, text)
}

// What is written in several ways, and signs that stand with or without spaces.
var (
	alike  = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2009", " ", "–", "-", "—", "-", "‑", "-", "−", "-")
	spaced = strings.NewReplacer(" %", "%", " - ", "-")
)

// PlainValue takes away the ways in which one value is written differently.
func PlainValue(s string) string {
	s = strings.Join(strings.Fields(alike.Replace(strings.ToLower(s))), " ")
	return withoutThousands(spaced.Replace(s))
}

// withoutThousands takes out the points, commas, spaces and apostrophes
// that group digits by three.
func withoutThousands(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if strings.IndexByte(".,' ", s[i]) < 0 || !groups(s, i) {
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

// groups reports whether the byte at i stands between digits, with exactly
// three after it.
func groups(s string, i int) bool {
	return i > 0 && IsDigit(s[i-1]) && i+3 < len(s) && IsDigit(s[i+1]) && IsDigit(s[i+2]) && IsDigit(s[i+3]) &&
		(i+4 == len(s) || !IsDigit(s[i+4]))
}
