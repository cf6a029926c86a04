package check

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold leaves of a text what makes it the same text in another typing: its
// letters and digits, in lower case and without accents, words a space apart.
func fold(text string) string {
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
		case !unicode.IsMark(r):
			gap = true
		}
	}
	return b.String()
}
