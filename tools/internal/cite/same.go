package cite

import (
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"

	"comwijzer/tools/internal/text"
)

// Alike returns, by the field that holds it, the normal form of what only
// one work can have.
var Alike = map[string]func(string) (string, error){
	"DOI":  DOI,
	"ISBN": ISBN,
	"URL":  Address,
	"ECLI": func(number string) (string, error) {
		c, err := ECLI(number)
		return c.String(), err
	},
}

// Makers returns who made and brought out a work, folded for comparison.
func (w Work) Makers() (makers []string) {
	names := []string{w.Publisher, w.Container}
	for _, author := range w.Author {
		names = append(names, author.Literal, author.Family)
	}
	for _, name := range names {
		if strings.TrimSpace(name) != "" {
			makers = append(makers, text.Fold(name))
		}
	}
	return makers
}

// SameMakers reports whether two works may be by the same: one maker is.
func SameMakers(a, b []string) bool {
	return len(a) == 0 || len(b) == 0 || slices.ContainsFunc(a, func(m string) bool { return slices.Contains(b, m) })
}

// SameTitle reports whether two folded titles may be one. It allows one
// wrong letter in every twelve, and a subtitle that one of the two lacks;
// but part 1 is not part 2, and short titles must be equal.
func SameTitle(a, b string) bool {
	if a == b {
		return a != ""
	}
	short, long := a, b
	if len(short) > len(long) {
		short, long = long, short
	}
	if len(short) < 15 || text.Digits(a) != text.Digits(b) {
		return false
	}
	return strings.HasPrefix(long, short+" ") || levenshtein.ComputeDistance(a, b) <= len(short)/12
}
