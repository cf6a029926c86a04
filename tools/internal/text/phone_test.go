package text

import (
	"strings"
	"testing"
)

// The phone library takes its time: in a list of figures nothing is looked up.
func TestListsOfFiguresHoldNoNumber(t *testing.T) {
	for _, figures := range []string{strings.Repeat("0 ", 200), strings.Repeat("06-", 200), strings.Repeat("+31", 200)} {
		found := NewPhoneFinder("NL", nil).Find(figures + "; bel 0800-2000, of +31 20 123 4567")
		if len(found) != 2 {
			t.Errorf("%.10s…: %v", figures, found)
		}
	}
}
