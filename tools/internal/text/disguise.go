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

// Disguised finds what may be words in disguise: runs of single letters
// with marks or spaces between them, words with digits, signs or accents
// among their letters, and words in capitals.
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

// isOdd reports whether a word has what plain words have not: a mark, digit
// or sign between letters or digits, an accent, letters of another
// alphabet, or capitals only.
func isOdd(word string) bool {
	if isPlain(word) {
		return false
	}
	word = strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	letters, digits, others := 0, 0, 0
	apart := true // no digit beside another
	for i, r := range word {
		switch {
		case r >= '0' && r <= '9':
			digits++
			apart = apart && (i == 0 || !IsDigit(word[i-1]))
		case !unicode.IsLetter(r) || r >= 0x250:
			others++
		case r >= utf8.RuneSelf:
			others++
			fallthrough
		default:
			letters++
		}
	}
	if letters == 0 {
		return digits >= 3 && apart
	}
	return letters+digits >= 3 && (others+digits > 0 || strings.ToUpper(word) == word)
}

// isPlain reports whether a word is made of small letters, but for its head
// and a mark at its end. Most words are.
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

// Spelt returns the letters and digits of a text as one word, folded.
func Spelt(s string) string { return strings.ReplaceAll(Fold(s), " ", "") }

// InDigits returns a folded word with digits for the letters that look like them.
func InDigits(word string) string { return digitLike.Replace(word) }

var digitLike = strings.NewReplacer("o", "0", "i", "1", "l", "1")

// OddDigits finds the first run of digits that are not those of the text's
// alphabet: of another one, raised or lowered with nothing before them, or
// two in circles. A text in another alphabet than the Latin one has none.
func OddDigits(s string) (odd Range, found bool) {
	before := ' '
	for i, r := range s {
		switch {
		case r < utf8.RuneSelf:
		case unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r):
			return Range{}, false
		case found && i == odd.To && unicode.IsNumber(r):
			odd.To += utf8.RuneLen(r)
		case !found && circled(r) && circled(before):
			odd, found = Range{i - utf8.RuneLen(before), i + utf8.RuneLen(r)}, true
		case !found && (unicode.IsDigit(r) || raised(r) && !InWord(before)):
			odd, found = Range{i, i + utf8.RuneLen(r)}, true
		}
		before = r
	}
	return odd, found
}

// circled reports whether a character is a digit in a circle, which alone numbers an item.
func circled(r rune) bool { return r >= '①' && r <= '⑨' || r == '⓪' }

// raised reports whether a character is a digit above or below the line.
func raised(r rune) bool {
	return r == '¹' || r == '²' || r == '³' || r >= '⁰' && r <= '⁹' || r >= '₀' && r <= '₉'
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
