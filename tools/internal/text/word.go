package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// InWord reports whether a character can be part of a word.
func InWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' }

// EndsInWord reports whether a text ends in what can be part of a word.
func EndsInWord(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return InWord(r)
}

// StartsWithWord reports whether a text starts with what can be part of a word.
func StartsWithWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return InWord(r)
}

// Capitalised returns a text with its first letter as a capital.
func Capitalised(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}

// Normal returns a text in lower case, with one space between its words and
// no marks around it.
func Normal(s string) string {
	s = strings.Join(strings.Fields(strings.ToLower(s)), " ")
	return strings.TrimFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// CountWords counts the words of a text: what holds a letter or digit.
func CountWords(s string) int {
	n := 0
	for word := range strings.FieldsSeq(s) {
		if strings.ContainsFunc(word, InWord) {
			n++
		}
	}
	return n
}

// HasFields reports whether a text has at least n words, marks counted too.
func HasFields(s string, n int) bool {
	for range strings.FieldsSeq(s) {
		if n--; n == 0 {
			return true
		}
	}
	return false
}

// Head returns the first words of a text, to name it by.
func Head(s string) string {
	const most = 6
	words := strings.Fields(s)
	if len(words) > most {
		return strings.Join(words[:most], " ") + " …"
	}
	return strings.Join(words, " ")
}

// Set returns words as a set, in lower case.
func Set(words []string) map[string]bool {
	set := map[string]bool{}
	for _, w := range words {
		set[strings.ToLower(w)] = true
	}
	return set
}

// HoldsAny reports whether a text holds one of the words, whatever its
// capitals. The words are in lower case.
func HoldsAny(s string, words []string) bool {
	lower := strings.ToLower(s)
	return slices.ContainsFunc(words, func(word string) bool { return holds(lower, word) })
}

func holds(s, word string) bool {
	return word != "" && HoldsWhere(s, word, func(before, after string) bool { return !EndsInWord(before) && !StartsWithWord(after) })
}

// HoldsWhere reports whether a text holds a part between two others that suit it.
func HoldsWhere(s, part string, suit func(before, after string) bool) bool {
	for at := 0; ; at++ {
		i := strings.Index(s[at:], part)
		if i < 0 {
			return false
		}
		if at += i; suit(s[:at], s[at+len(part):]) {
			return true
		}
	}
}
