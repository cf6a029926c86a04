package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// lookalikes are characters that stand for a letter they look like.
var lookalikes = strings.NewReplacer("0", "o", "1", "i", "3", "e", "4", "a", "5", "s", "7", "t", "8", "b", "@", "a", "$", "s", "!", "i", "|", "l", "*", "",
	"а", "a", "е", "e", "о", "o", "р", "p", "с", "c", "у", "y", "х", "x", "і", "i", "ѕ", "s", "ԁ", "d", "ո", "n", "α", "a", "ο", "o", "ε", "e", "ι", "i", "ν", "v", "κ", "k")

// Disguised finds what may be words in disguise: runs of single letters with
// marks or spaces between them, words with digits, signs or accents among their letters,
// and words in capitals.
func Disguised(s string) (found []Range) {
	for from := 0; from < len(s); {
		if s[from] == ' ' {
			from++
			continue
		}
		to := spaceAfter(s, from)
		if end := to; to-from < 3 && singles(s, from) > to {
			end = singles(s, from)
			found, from = append(found, Range{from, end}), end
			continue
		}
		if isOdd(s[from:to]) {
			found = append(found, Range{from, to})
		}
		from = to
	}
	return found
}

// Beside returns a word with the one after it, and with the one before it, where they
// stand: what may be a phrase of two words of which one is in disguise.
func Beside(s string, word Range) (pairs []Range) {
	if word.To < len(s) {
		if to := spaceAfter(s, word.To+1); to > word.To+1 {
			pairs = append(pairs, Range{word.From, to})
		}
	}
	if word.From > 0 {
		if from := strings.LastIndexByte(s[:word.From-1], ' ') + 1; from < word.From-1 {
			pairs = append(pairs, Range{from, word.To})
		}
	}
	return pairs
}

// spaceAfter returns where the next space stands, or the text ends.
func spaceAfter(s string, from int) int {
	if i := strings.IndexByte(s[from:], ' '); i >= 0 {
		return from + i
	}
	return len(s)
}

// singles returns where a run of single letters ends that begins at a place.
func singles(s string, from int) (end int) {
	end = from
	for from < len(s) {
		to := spaceAfter(s, from)
		if n := utf8.RuneCountInString(strings.Trim(s[from:to], ".,-")); n != 1 {
			break
		}
		end, from = to, to+1
	}
	return end
}

// isOdd reports whether a word has what plain words have not: a mark, digit or
// sign between letters, an accent, letters of another alphabet, or capitals only.
func isOdd(word string) bool {
	if isPlain(word) {
		return false
	}
	word = strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	letters, others := 0, 0
	for _, r := range word {
		if unicode.IsLetter(r) && r < 0x250 {
			if letters++; r >= utf8.RuneSelf {
				others++
			}
		} else {
			others++
		}
	}
	return letters >= 3 && (others > 0 || strings.ToUpper(word) == word)
}

// isPlain reports whether a word is made of small letters, but for its head and
// a mark at its end. Most words are.
func isPlain(word string) bool {
	for i := 1; i < len(word); i++ {
		if (word[i] < 'a' || word[i] > 'z') && i < len(word)-1 {
			return false
		}
	}
	return true
}

// Undisguised returns the letters of a word without what disguises them.
func Undisguised(word string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(lookalikes.Replace(strings.ToLower(word))) {
		if unicode.IsLetter(r) {
			b.WriteRune(r)
		}
	}
	return Fold(b.String())
}

// alphabets are those with letters that look like those of another.
var alphabets = []*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Armenian}

// MixesAlphabets reports whether a word has letters of more than one of the
// alphabets that look like each other.
func MixesAlphabets(word string) bool {
	first := -1
	for _, r := range word {
		which := slices.IndexFunc(alphabets, func(alphabet *unicode.RangeTable) bool { return unicode.Is(alphabet, r) })
		if which >= 0 && first >= 0 && which != first {
			return true
		}
		first = max(first, which)
	}
	return false
}
