package text

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Phrases finds many words and phrases in running text, in one pass over
// it. A phrase counts as whole words only, the longest of those that
// overlap wins. Capitals matter, but for a small first letter, which may be
// a capital at the head of a sentence; phrases of three letters or fewer
// must be exact. An apostrophe may be the one that typesetters use.
type Phrases struct {
	Hyphens bool     // a hyphen ends a word: "x" also counts in "x-ray"
	Except  *Phrases // as part of one of these a phrase does not count

	shortest, longest int // in bytes

	index   map[string]int       // by phrase, as it may stand in a text: its place in the list
	lengths map[string][]int     // by the first word of phrases: how long they are, the longest first
	begin   [1 << 16 / 64]uint64 // a bit for each two bytes that one begins with
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
		typeset := strings.ReplaceAll(p, "'", "’")
		f.add(typeset, i)
		if utf8.RuneCountInString(p) > 3 {
			f.add(Capitalised(p), i)
			f.add(Capitalised(typeset), i)
		}
	}
	return f
}

func (f *Phrases) add(p string, i int) {
	if _, known := f.index[p]; known || p == "" || !utf8.ValidString(p) {
		return
	}
	if f.index[p] = i; len(f.index) == 1 || len(p) < f.shortest {
		f.shortest = len(p)
	}
	f.longest = max(f.longest, len(p))
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

// Begin reports whether a text begins with one of the phrases, its first
// word in lower case. It reads no further than the longest of them.
func (f *Phrases) Begin(text string) bool {
	text = strings.TrimLeft(text, " \n\t")
	first, rest, _ := strings.Cut(text[:min(len(text), f.longest+2*utf8.UTFMax)], " ")
	found := f.Find(strings.ToLower(first) + " " + rest)
	return len(found) > 0 && found[0].From == 0
}

// Has reports whether a text holds one of the phrases.
func (f *Phrases) Has(text string) bool {
	if len(text) < f.shortest {
		return false
	}
	if f.Except != nil {
		return len(f.Find(text)) > 0
	}
	_, ok := f.next(text, 0)
	return ok
}

// Find lists the mentions in text, in order and without overlap.
func (f *Phrases) Find(text string) (found []Mention) {
	if len(text) < f.shortest { // as many a cell and heading is
		return nil
	}
	for m, ok := f.next(text, 0); ok; m, ok = f.next(text, m.To) {
		found = append(found, m)
	}
	if f.Except != nil && len(found) > 0 {
		names := f.Except.Find(text)
		found = slices.DeleteFunc(found, func(m Mention) bool {
			return slices.ContainsFunc(names, func(n Mention) bool { return n.From <= m.From && m.To <= n.To })
		})
	}
	return found
}

// next finds the first phrase at a place or after it, where no word is that
// began before. Each byte costs about the same: a text of short words is no
// dearer than one of long ones.
func (f *Phrases) next(text string, from int) (Mention, bool) {
	if len(text)-from < f.shortest || f.Empty() {
		return Mention{}, false
	}
	for at := from; at < len(text); at++ {
		if p := pair(text[at:]); f.begin[p/64]>>(p%64)&1 == 0 { // nearly every character
			continue
		}
		if at > from && EndsInWord(text[:at]) {
			continue
		}
		if m, ok := f.at(text, at); ok {
			return m, true
		}
	}
	return Mention{}, false
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
	for n < len(s) && s[n] < utf8.RuneSelf && inASCIIWord[s[n]] { // nearly all of it
		n++
	}
	for n < len(s) {
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
