package text

import (
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// queryWord is letters and digits, with apostrophes inside. A hyphen ends it.
var queryWord = regexp.MustCompile(`[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*`)

// QueryWords returns the words of a text as search compares them:
// assets/js/search/query.js does the same to what a reader types.
func QueryWords(text string) []string {
	text = strings.ToLower(norm.NFC.String(text))
	return queryWord.FindAllString(strings.ReplaceAll(text, "’", "'"), -1)
}
