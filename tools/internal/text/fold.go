package text

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold leaves of a text what makes it the same text in another typing: its
// letters and digits, in lower case and without accents, words a space apart.
// What nobody sees, such as a soft hyphen, parts no word.
func Fold(text string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(text) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(unicode.ToLower(r))
		case !Unseen(r):
			gap = true
		}
	}
	return b.String()
}

// Unseen reports whether a character parts no word: a mark on another one, or
// what does not show.
func Unseen(r rune) bool { return unicode.IsMark(r) || unicode.Is(unicode.Cf, r) }
