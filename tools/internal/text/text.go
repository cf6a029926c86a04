// Package text knows what a reader reads: words, sentences, quotations and
// numbers in running text, the language it is in and how hard it is. It knows
// nothing of sites or rules; offsets are in bytes.
//
//	list := text.NewPhrases([]string{"help line", "police"})
//	for _, m := range list.Find(paragraph) {
//		fmt.Println(m.Of(paragraph), text.Sentence(paragraph, m.From))
//	}
package text

import "slices"

// Range is a piece of a text.
type Range struct{ From, To int }

// Of returns the piece itself.
func (r Range) Of(text string) string { return text[r.From:r.To] }

// Holds reports whether an offset lies in the range.
func (r Range) Holds(at int) bool { return at >= r.From && at < r.To }

// Within reports whether an offset lies in one of the ranges.
func Within(ranges []Range, at int) bool {
	return slices.ContainsFunc(ranges, func(r Range) bool { return r.Holds(at) })
}
