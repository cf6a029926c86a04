package text

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

// Nearest returns the candidate nearest to word: the same but for case, or
// within a few edits (Levenshtein) for its length, or the only one that
// starts with it. ok is false when nothing is that near.
func Nearest(word string, candidates []string) (best string, ok bool) {
	limit := tolerance(word)
	distance := limit + 1
	lower := strings.ToLower(Visible(word)) // what looks the same is
	length := utf8.RuneCountInString(lower)
	for _, c := range slices.Sorted(slices.Values(candidates)) {
		near := strings.ToLower(Visible(c))
		if n := utf8.RuneCountInString(near); max(n-length, length-n) >= distance || c == word {
			continue // most, and cheaper to see than the distance
		}
		if d := mistakes(lower, near); d < distance {
			best, distance = c, d
		}
	}
	if distance <= limit {
		return best, true
	}
	return onlyPrefix(strings.ToLower(word), candidates)
}

// certain is how many edits away a word may be that is written wrong for sure.
const certain = 2

// OnlyNearest returns the best candidate when it is very near and no other
// is as near: what may be put in the word's place without asking.
func OnlyNearest(word string, candidates []string) (string, bool) {
	best, ok := Nearest(word, candidates)
	if !ok {
		return "", false
	}
	distance := func(c string) int { return levenshtein.ComputeDistance(strings.ToLower(word), strings.ToLower(c)) }
	if distance(best) > certain {
		return "", false
	}
	for _, c := range candidates {
		if c != best && c != word && distance(c) <= distance(best) {
			return "", false
		}
	}
	return best, true
}

// tolerance is how many edits away a word may be: two letters changing places
// already are two edits, which in a word of three letters is another word.
func tolerance(word string) int {
	n := len([]rune(word))
	if n < 6 { // "csam" is not "com"
		return 1
	}
	return max(2, n/3)
}

// mistakes counts the edits between two words; letters that are exchanged are one.
func mistakes(a, b string) int {
	d := levenshtein.ComputeDistance(a, b)
	if d == 2 && len(a) == len(b) && slices.Equal(slices.Sorted(slices.Values([]rune(a))), slices.Sorted(slices.Values([]rune(b)))) {
		return 1
	}
	return d
}

// onlyPrefix returns the shortest candidate that continues word, when word
// is long enough to mean something.
func onlyPrefix(word string, candidates []string) (string, bool) {
	if len(word) < 3 {
		return "", false
	}
	var found []string
	for _, c := range candidates {
		if strings.HasPrefix(strings.ToLower(c), word+"-") || strings.HasPrefix(word, strings.ToLower(c)+"-") {
			found = append(found, c)
		}
	}
	if len(found) == 0 {
		return "", false
	}
	return slices.MinFunc(found, func(a, b string) int { return cmp.Or(len(a)-len(b), cmp.Compare(a, b)) }), true
}

// DidYouMean returns «did you mean "x"?», or otherwise when nothing is near.
func DidYouMean(word string, candidates []string, otherwise string) string {
	best, ok := Nearest(word, candidates)
	switch {
	case !ok:
		return otherwise
	case Visible(best) == Visible(word): // which would look the same twice
		return fmt.Sprintf("did you mean %q, in these characters: %+q?", best, best)
	}
	return fmt.Sprintf("did you mean %q?", best)
}
