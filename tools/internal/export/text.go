package export

import "strings"

// tidy closes the gaps that left-out citations leave: double spaces, and a
// space before a full stop.
func tidy(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	return strings.NewReplacer(" .", ".", " ,", ",", " ;", ";", " :", ":", " )", ")").Replace(text)
}
