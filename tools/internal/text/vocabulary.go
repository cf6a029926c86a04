package text

import (
	"strings"
	"unicode"
)

// Vocabulary is how often words stand in texts of each language.
type Vocabulary map[string]map[string]int // word → language → number

// Learn takes in the words of a text in a language.
func (v Vocabulary) Learn(text, lang string) {
	for word := range letters(text) {
		if v[word] == nil {
			v[word] = map[string]int{}
		}
		v[word][lang]++
	}
}

// Of returns the language of which alone a text, of a few words it may be,
// has words; "" when that is none, one word only, or lang.
func (v Vocabulary) Of(text, lang string) string {
	n, found := 0, ""
	for word := range letters(text) {
		switch of := v.owner(word); of {
		case "":
		case lang:
			return ""
		default:
			n, found = n+1, of
		}
	}
	if n < 2 {
		return ""
	}
	return found
}

// owner returns the language whose word it is: which has it at least twice,
// and ten times as often as the others together: a text in the wrong
// language may have taught them, and names stand in all.
func (v Vocabulary) owner(word string) string {
	total := 0
	for _, n := range v[word] {
		total += n
	}
	for lang, n := range v[word] {
		if n > 1 && n >= 10*(total-n) {
			return lang
		}
	}
	return ""
}

// letters visits the words of a text that are of letters, folded to small ones.
func letters(text string) func(yield func(string) bool) {
	return strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
}

// Beginnings returns the first letters of each word of a text, in small letters: what its
// forms have in common. Words of fewer letters than shortest are left out.
func Beginnings(s string, shortest, most int) (words []string) {
	for word := range letters(s) {
		if runes := []rune(word); len(runes) >= shortest {
			words = append(words, string(runes[:min(len(runes), most)]))
		}
	}
	return words
}
