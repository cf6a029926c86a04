package text

import (
	"strings"
	"unicode/utf8"
)

// quotationMarks holds the closing mark of each opening one.
var quotationMarks = map[rune]string{'\'': "'", '‘': "’", '"': "\"", '“': "”", '„': "”", '«': "»"}

// maxQuotation bounds a quotation within a line, in bytes: beyond it the
// marks are more likely two apostrophes.
const maxQuotation = 300

// Quotations finds what stands between quotation marks: words that are not,
// or not only, the author's own.
func Quotations(text string) (out []Range) {
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf && c != '"' && c != '\'' { // nearly every byte
			i++
			continue
		}
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		if closing := quotationMarks[r]; closing != "" && !EndsInWord(text[:i]) {
			if length := quotationLength(text[i+size:], closing); length > 0 {
				out = append(out, Range{From: i + size, To: i + size + length})
				size += length + len(closing)
			}
		}
		i += size
	}
	return out
}

// quotationLength returns the length of the text before the closing mark:
// the first that no letter follows, which an apostrophe would have.
func quotationLength(text, closing string) int {
	window := text[:min(len(text), maxQuotation)]
	for at := 0; ; {
		i := strings.Index(window[at:], closing)
		if i < 0 {
			return 0
		}
		at += i
		if !StartsWithWord(text[at+len(closing):]) {
			return at
		}
		at += len(closing)
	}
}
