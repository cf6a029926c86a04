package check

import "strings"

// number is a run of digits, with the points, commas and dashes inside it:
// 1.093, 8,8 and 8–17.
type number struct{ From, To int }

// numbers finds the numbers that stand alone, not those in a word (B1) or
// before a hyphenated one (764-netwerk).
func numbers(text string) []number {
	var out []number
	for at := 0; ; {
		i := strings.IndexAny(text[at:], "0123456789")
		if i < 0 {
			return out
		}
		from := at + i
		at = from + numberLength(text[from:])
		if !gluedBefore(text[:from]) && !gluedAfter(text[at:]) {
			out = append(out, number{from, at})
		}
	}
}

// numberLength gives the length of the number that text starts with.
func numberLength(text string) int {
	n := 0
	for n < len(text) {
		if isDigit(text[n]) {
			n++
			continue
		}
		joint := 0
		for _, j := range []string{".", ",", "-", "–", "/", ":"} {
			if strings.HasPrefix(text[n:], j) {
				joint = len(j)
			}
		}
		if joint == 0 || n+joint >= len(text) || !isDigit(text[n+joint]) {
			break
		}
		n += joint
	}
	return n
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func gluedBefore(before string) bool {
	return endsInWord(before) || strings.HasSuffix(before, "-") && endsInWord(strings.TrimSuffix(before, "-"))
}

func gluedAfter(after string) bool {
	return startsWithWord(after) || strings.HasPrefix(after, "-") && startsWithWord(after[1:])
}
