package md

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentence gives the sentence of text that holds byte offset at. A sentence
// ends at . ? ! or … before white space and a capital letter, digit or quote.
func Sentence(text string, at int) string {
	from := 0
	for i, r := range text {
		if !strings.ContainsRune(".?!…", r) {
			continue
		}
		end := i + utf8.RuneLen(r)
		if !endsSentence(text[end:]) {
			continue
		}
		if at < end {
			return strings.TrimSpace(text[from:end])
		}
		from = end
	}
	return strings.TrimSpace(text[from:])
}

func endsSentence(rest string) bool {
	trimmed := strings.TrimLeft(rest, " \n\t")
	if len(trimmed) == len(rest) && rest != "" {
		return false
	}
	next, _ := utf8.DecodeRuneInString(trimmed)
	return trimmed == "" || unicode.IsUpper(next) || unicode.IsDigit(next) || strings.ContainsRune("'‘“\"", next)
}
