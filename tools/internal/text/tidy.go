package text

import "strings"

// gaps are what left-out citations leave: a space before a mark.
var gaps = strings.NewReplacer(" .", ".", " ,", ",", " ;", ";", " :", ":", " )", ")")

// Tidy returns s without the gaps that left-out citations leave: double
// spaces, and a space before a full stop.
func Tidy(s string) string {
	return gaps.Replace(strings.Join(strings.Fields(s), " "))
}
