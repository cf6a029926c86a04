package text

import (
	"slices"
	"unicode/utf8"
)

// Phrases finds many words and phrases in running text, in one pass over it.
// A phrase counts as whole words only, the longest of those that overlap wins.
// Capitals matter, but for a small first letter, which may be a capital at the
// head of a sentence; phrases of three letters or fewer must be exact.
type Phrases struct {
	Hyphens bool     // a hyphen ends a word: "x" also counts in "x-ray"
	Except  *Phrases // as part of one of these a phrase does not count

	index   map[string]int       // by phrase, as it may stand in a text: its place in the list
	lengths map[string][]int     // by the first word of phrases: how long they are, the longest first
	begin   [1 << 16 / 64]uint64 // which two bytes a phrase begins with, a bit for each
}

// Mention is one place where a phrase stands.
type Mention struct {
	Range
	Phrase int // its place in the list
}

// NewPhrases makes a list ready to be found.
func NewPhrases(list []string) *Phrases {
	f := &Phrases{index: map[string]int{}, lengths: map[string][]int{}}
	for i, p := range list {
		f.add(p, i)
	}
	for i, p := range list { // after all exact ones, which go before them
		if utf8.RuneCountInString(p) > 3 {
			f.add(Capitalised(p), i)
		}
	}
	return f
}

func (f *Phrases) add(p string, i int) {
	if _, known := f.index[p]; known || p == "" || !utf8.ValidString(p) {
		return
	}
	f.index[p] = i
	first := p[:wordLength(p)]
	if at, known := slices.BinarySearchFunc(f.lengths[first], len(p), descending); !known {
		f.lengths[first] = slices.Insert(f.lengths[first], at, len(p))
	}
	if len(p) > 1 {
		f.begin[pair(p)/64] |= 1 << (pair(p) % 64)
		return
	}
	for i := range 256 / 64 { // whatever follows it
		f.begin[pair(p)/64+i] = ^uint64(0)
	}
}

func descending(a, b int) int { return b - a }

// pair returns the first two bytes of a text as a number.
func pair(s string) int {
	if len(s) == 1 {
		return int(s[0]) << 8
	}
	return int(s[0])<<8 | int(s[1])
}

// Empty reports whether there is nothing to find.
func (f *Phrases) Empty() bool { return len(f.index) == 0 }

// Has reports whether a text holds one of the phrases.
func (f *Phrases) Has(text string) bool { return len(f.Find(text)) > 0 }

// Find lists the mentions in text, in order and without overlap.
func (f *Phrases) Find(text string) (found []Mention) {
	if f.Empty() {
		return nil
	}
	for at := 0; at < len(text); {
		p := pair(text[at:])
		if f.begin[p/64]>>(p%64)&1 != 0 { // few words begin like one of a list
			if m, ok := f.at(text, at); ok {
				found = append(found, m)
				at = m.To
				continue
			}
		}
		at += max(1, wordLength(text[at:]))
	}
	if f.Except != nil && len(found) > 0 {
		names := f.Except.Find(text)
		found = slices.DeleteFunc(found, func(m Mention) bool { return isPartOfAny(names, m) })
	}
	return found
}

func isPartOfAny(names []Mention, m Mention) bool {
	return slices.ContainsFunc(names, func(n Mention) bool { return n.From <= m.From && m.To <= n.To })
}

// at finds the longest phrase that starts at a place.
func (f *Phrases) at(text string, from int) (Mention, bool) {
	first := text[from : from+wordLength(text[from:])]
	for _, length := range f.lengths[first] {
		to := from + length
		if to > len(text) {
			continue
		}
		if i, known := f.index[text[from:to]]; known && f.standsAlone(text, from, to) {
			return Mention{Range{from, to}, i}, true
		}
	}
	return Mention{}, false
}

// wordLength returns the length of the word that a text starts with.
func wordLength(s string) int {
	n := 0
	for n < len(s) {
		if s[n] < utf8.RuneSelf {
			if !inASCIIWord[s[n]] {
				break
			}
			n++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[n:])
		if !InWord(r) {
			break
		}
		n += size
	}
	return n
}

var inASCIIWord = func() (in [utf8.RuneSelf]bool) {
	for c := range in {
		in[c] = InWord(rune(c))
	}
	return in
}()

// StandsAlone reports whether a piece of a text is not part of a longer word.
func StandsAlone(text string, r Range) bool { return (&Phrases{}).standsAlone(text, r.From, r.To) }

func (f *Phrases) standsAlone(text string, from, to int) bool {
	before, size := utf8.DecodeLastRuneInString(text[:from])
	if f.joins(before) && (InWord(before) || EndsInWord(text[:from-size])) {
		return false
	}
	after, size := utf8.DecodeRuneInString(text[to:])
	return !f.joins(after) || !InWord(after) && !StartsWithWord(text[to+size:])
}

// joins reports whether r can tie what stands on either side into one word.
func (f *Phrases) joins(r rune) bool {
	return InWord(r) || !f.Hyphens && (r == '-' || r == '\'' || r == '’')
}
