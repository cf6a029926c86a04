package text

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold leaves of a text what makes it the same text in another typing: its
// letters and digits, in lower case and without accents, words a space
// apart. What nobody sees, such as a soft hyphen, parts no word.
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

// Name makes a name for files and addresses of a text: small letters from a to z and
// digits, with hyphens between its words; "" where nothing is left of it.
func Name(text string) string {
	return strings.Trim(notInName.ReplaceAllString(undivided.Replace(Fold(text)), "-"), "-")
}

var (
	notInName = regexp.MustCompile(`[^a-z0-9]+`)
	undivided = strings.NewReplacer("ø", "o", "ł", "l", "ß", "ss", "æ", "ae", "œ", "oe", "đ", "d", "ð", "d", "þ", "th", "ı", "i") // that are no letter and a mark
)

// Unseen reports whether a character parts no word: a mark on another one,
// or what does not show.
func Unseen(r rune) bool { return unicode.IsMark(r) || unicode.Is(unicode.Cf, r) }
