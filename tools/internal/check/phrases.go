package check

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	ahocorasick "github.com/petar-dambovaliev/aho-corasick"
)

// phrases finds many words and phrases in running text, in one pass over it.
// A phrase counts as whole words only, the longest of those that overlap wins.
// Capitals matter, but for a small first letter, which may be a capital at the
// head of a sentence; phrases of three letters or fewer must be exact.
type phrases struct {
	finder  *ahocorasick.AhoCorasick
	phrase  []int           // by pattern: the index in the list
	hyphens bool            // a hyphen ends a word: "x" also counts in "x-ray"
	heads   map[string]bool // how the patterns begin, all of one length
	head    int             // that length
	pairs   *[1 << 16]bool  // the first two bytes of heads, to look at before
}

// maxHead bounds the heads of patterns: more letters tell few words apart that
// eight do not.
const maxHead = 8

// mention is one place where a phrase stands.
type mention struct{ From, To, Phrase int }

func newPhrases(list []string) *phrases {
	f := &phrases{}
	var patterns []string
	seen := map[string]bool{}
	add := func(pattern string, i int) {
		if pattern != "" && !seen[pattern] {
			seen[pattern] = true
			patterns = append(patterns, pattern)
			f.phrase = append(f.phrase, i)
		}
	}
	for i, p := range list {
		add(p, i)
	}
	for i, p := range list { // after all exact ones, which go before them
		if utf8.RuneCountInString(p) > 3 {
			add(capitalised(p), i)
		}
	}
	if len(patterns) > 0 {
		builder := ahocorasick.NewAhoCorasickBuilder(ahocorasick.Opts{MatchKind: ahocorasick.StandardMatch, DFA: false})
		finder := builder.Build(patterns)
		f.finder = &finder
		f.setHeads(patterns)
	}
	return f
}

func (f *phrases) setHeads(patterns []string) {
	f.head = maxHead
	for _, p := range patterns {
		f.head = min(f.head, len(p))
	}
	f.heads = map[string]bool{}
	f.pairs = &[1 << 16]bool{}
	for _, p := range patterns {
		f.heads[p[:f.head]] = true
		f.pairs[pair(p)] = true
	}
}

// pair gives the first two bytes of a text as a number.
func pair(s string) int {
	if len(s) < 2 {
		return int(s[0]) << 8
	}
	return int(s[0])<<8 | int(s[1])
}

// mayHold reports whether a word in text begins as one of the phrases does.
// Most paragraphs hold no word of a short list, and looking at the heads of
// words alone is several times as fast as the automaton.
func (f *phrases) mayHold(text string) bool {
	if f.head < 2 {
		return f.mayHoldShort(text)
	}
	inside := false
	for i := 0; i+f.head <= len(text); i++ {
		c := text[i]
		if !inside && f.pairs[int(c)<<8|int(text[i+1])] && f.heads[text[i:i+f.head]] {
			return true
		}
		inside = isASCIILetter[c]
	}
	return false
}

// mayHoldShort is mayHold for lists with a phrase of a single byte.
func (f *phrases) mayHoldShort(text string) bool {
	for i := range len(text) {
		if (i == 0 || !isASCIILetter[text[i-1]]) && f.heads[text[i:i+1]] {
			return true
		}
	}
	return false
}

// isASCIILetter tells where a word may begin: after any other byte.
var isASCIILetter = func() (letters [256]bool) {
	for c := 'a'; c <= 'z'; c++ {
		letters[c], letters[c-'a'+'A'] = true, true
	}
	return letters
}()

func capitalised(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

// find lists the mentions in text, in order and without overlap.
func (f *phrases) find(text string) []mention {
	if f.finder == nil || !f.mayHold(text) {
		return nil
	}
	var all []mention
	for it := f.finder.IterOverlapping(text); ; {
		m := it.Next()
		if m == nil {
			break
		}
		if f.wordsAlone(text, m.Start(), m.End()) {
			all = append(all, mention{m.Start(), m.End(), f.phrase[m.Pattern()]})
		}
	}
	return longest(all)
}

// longest keeps, of mentions that overlap, the first and longest.
func longest(all []mention) []mention {
	slices.SortFunc(all, func(a, b mention) int { return cmp.Or(a.From-b.From, b.To-a.To) })
	kept, end := all[:0], 0
	for _, m := range all {
		if m.From >= end {
			kept, end = append(kept, m), m.To
		}
	}
	return kept
}

// wordsAlone reports whether text[from:to] is not part of a longer word.
func (f *phrases) wordsAlone(text string, from, to int) bool {
	before, size := utf8.DecodeLastRuneInString(text[:from])
	if f.joins(before) && (inWord(before) || endsInWord(text[:from-size])) {
		return false
	}
	after, size := utf8.DecodeRuneInString(text[to:])
	return !f.joins(after) || !inWord(after) && !startsWithWord(text[to+size:])
}

// joins reports whether r can tie what stands on either side into one word.
func (f *phrases) joins(r rune) bool {
	return inWord(r) || !f.hyphens && (r == '-' || r == '\'' || r == '’')
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' }

func endsInWord(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return inWord(r)
}

func startsWithWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return inWord(r)
}
