package export

import "strings"

// gaps are what left-out citations leave: a space before a mark.
var gaps = strings.NewReplacer(" .", ".", " ,", ",", " ;", ";", " :", ":", " )", ")")

// tidy closes the gaps that left-out citations leave: double spaces, and a
// space before a full stop.
func tidy(text string) string {
	return gaps.Replace(strings.Join(strings.Fields(text), " "))
}

// countWords counts the words of a text: what white space separates.
func countWords(text string) int {
	n := 0
	for range strings.FieldsSeq(text) {
		n++
	}
	return n
}
