package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// foldedWord is one word of a text, folded, and where it stands there.
type foldedWord struct {
	folded     string
	start, end int // bytes
}

// foldedWords splits a text in folded words. Text taken from a PDF breaks
// words at the end of a line and loses ligatures; both sides are folded so
// that such a text and a clean one give the same words. What folds to
// nothing is no word.
func foldedWords(text string) []foldedWord {
	found, _ := split(text)
	return found
}

// split does the work of foldedWords and counts the characters that it
// looks at, for the test of what that costs.
func split(text string) (found []foldedWord, steps int) {
	for at := 0; at < len(text); {
		start := at
		end, looked := wordEnd(text, at)
		steps += looked
		if end == at {
			_, size := utf8.DecodeRuneInString(text[at:])
			at += size
			continue
		}
		at = end
		folded := foldWord(text[start:end])
		if folded != "" && !isNoteNumber(text, start, folded) {
			found = append(found, foldedWord{folded, start, end})
		}
	}
	return found, steps
}

// wordEnd returns the end of the word that starts at from, from itself when
// none does there, and how many characters it looked at. A hyphen or
// apostrophe between letters is part of it, and so is a hyphen with the
// line break after it.
func wordEnd(text string, from int) (end, looked int) {
	end = from
	for at := from; at < len(text); looked++ {
		r, size := utf8.DecodeRuneInString(text[at:])
		switch {
		case inFoldedWord(r):
			at += size
			end = at
		case end == at && end > from && joins(r):
			at += size
			if r != '\'' && r != '’' {
				length, blanks := lineBreak(text[at:])
				at += length
				looked += blanks
			}
		default:
			return end, looked + 1
		}
	}
	return end, looked
}

// lineBreak returns the length of the white space at the head of text when
// a line ends in it, else 0, and how much white space it looked at.
func lineBreak(text string) (length, blanks int) {
	blanks = len(text) - len(strings.TrimLeft(text, " \t\r\n"))
	if strings.Contains(text[:blanks], "\n") {
		return blanks, blanks
	}
	return 0, blanks
}

func inFoldedWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || r == utf8.RuneError
}

func joins(r rune) bool {
	return strings.ContainsRune("'’-\u2010\u2011\u00ad", r)
}

// foldWord makes a word comparable: lower case, without accents, hyphens
// and the number of a footnote at its end, and without what a ligature can
// hold. Of "offline" a damaged text has "o\ufffdine", of "specifiek"
// "speci\ufffdek": as one cannot tell which letters went, an f or a mark of
// damage is dropped with every f, i and l that follows it.
func foldWord(s string) string {
	if !isASCII(s) {
		s = norm.NFKD.String(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	dropping := false
	for _, r := range s {
		r = unicode.ToLower(r)
		switch {
		case r == 'f' || r == utf8.RuneError:
			dropping = true
		case dropping && (r == 'i' || r == 'l'), joins(r), unicode.IsSpace(r), unicode.Is(unicode.Mn, r):
		default:
			dropping = false
			b.WriteRune(r)
		}
	}
	folded := b.String()
	if bare := strings.TrimRight(folded, "0123456789"); bare != "" {
		return bare
	}
	return folded
}

// isNoteNumber tells the number of a footnote, which stands close behind
// the end of a sentence or quotation, from a number in the text.
func isNoteNumber(text string, start int, folded string) bool {
	if strings.Trim(folded, "0123456789") != "" {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	return strings.ContainsRune(".,;:!?)]”’\"'»", before)
}
