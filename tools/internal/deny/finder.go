package deny

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"comwijzer/tools/internal/text"
)

// Finder looks for denied words. It hashes each distinct word and sequence
// once, and sequences only where one may start, so that it reads a text in
// linear time. It is not for use by several goroutines at once.
type Finder struct {
	salt   string
	kinds  map[string]string // by hash
	firsts map[string]bool
	most   int             // the words in the longest sequence
	starts map[uint64]bool // sum of a folded word → whether a denied sequence may start with it
	word   []byte          // the word being read, folded
	sum    uint64          // of it (FNV-1a): a quick key, no secret
	odd    bool            // some of the text may be in disguise: words spelt out, or of letters and digits

	words  []word            // of the text being read
	hashed map[uint64]string // sum of the sums of a sequence → its kind, "" for one that is free
}

// A word is one place in a text, and the sum of what stands there.
type word struct {
	from, to int
	sum      uint64
	as       string // what it is without disguise; "" for what stands there
}

// Hit is one place in a text.
type Hit struct {
	From, To int // in bytes
	Kind     string
}

// NewFinder makes a finder for a list. An empty list finds nothing.
func NewFinder(salt string, entries []Entry) *Finder {
	f := &Finder{salt: salt, kinds: map[string]string{}, firsts: map[string]bool{}, starts: map[uint64]bool{}, hashed: map[uint64]string{}}
	for _, e := range entries {
		f.kinds[e.Hash] = e.Kind
		f.firsts[e.First] = true
		f.most = max(f.most, e.Words)
	}
	return f
}

// Find lists the denied words in a text, in order and without overlap.
func (f *Finder) Find(text string) []Hit {
	if f.most == 0 {
		return nil
	}
	f.words, f.odd = f.words[:0], false
	for at, singles := 0, 0; ; {
		from, to := f.next(text, at)
		if from == to {
			break
		}
		f.words, at = append(f.words, word{from: from, to: to, sum: f.sum}), to
		if singles++; to-from > 1 {
			singles = 0
		}
		f.odd = f.odd || singles >= fewestSpelt
	}
	hits := f.denied(text, f.words)
	if f.odd {
		for _, hit := range f.denied(text, f.undisguised(text)) {
			if !slices.ContainsFunc(hits, func(h Hit) bool { return h.From < hit.To && hit.From < h.To }) {
				hits = append(hits, hit)
			}
		}
		slices.SortFunc(hits, func(a, b Hit) int { return a.From - b.From })
	}
	return hits
}

// denied lists the denied sequences among words.
func (f *Finder) denied(text string, words []word) (hits []Hit) {
	for i := 0; i < len(words); i++ {
		if !f.mayStart(text, words[i]) {
			continue
		}
		if hit, length := f.longest(text, words[i:]); length > 0 {
			hits, i = append(hits, hit), i+length-1
		}
	}
	return hits
}

// undisguised returns the words of the text with those that are spelt out
// (n.a.m.e) as one, and letters for the digits among them (n4me).
func (f *Finder) undisguised(s string) (plain []word) {
	for i := 0; i < len(f.words); {
		end := speltOut(s, f.words[i:])
		w := word{from: f.words[i].from, to: f.words[i+end-1].to, sum: f.words[i].sum}
		switch as := s[w.from:w.to]; {
		case end > 1:
			w.as = strings.ReplaceAll(text.Fold(as), " ", "")
		case mixed(as):
			w.as = text.Undisguised(as)
		}
		if w.as != "" {
			w.sum = sumOf(w.as)
		}
		plain, i = append(plain, w), i+end
	}
	return plain
}

// fewestSpelt keeps initials from becoming a word.
const fewestSpelt = 3

// speltOut counts the words of one letter or digit at the head of words
// that have the same between them: 1 where they are none, or too few.
func speltOut(s string, words []word) (n int) {
	between := func(i int) string { return s[words[i-1].to:words[i].from] }
	for n < len(words) && utf8.RuneCountInString(s[words[n].from:words[n].to]) == 1 && (n < 2 || between(n) == between(1)) {
		n++
	}
	if n < fewestSpelt {
		return 1
	}
	return n
}

// mixed reports whether a word has both letters and digits.
func mixed(word string) bool {
	return strings.ContainsFunc(word, unicode.IsDigit) && strings.ContainsFunc(word, unicode.IsLetter)
}

func sumOf(folded string) uint64 {
	sum := uint64(fnvStart)
	for i := range len(folded) {
		sum = (sum ^ uint64(folded[i])) * fnvPrime
	}
	return sum
}

// folded returns what is hashed of a word.
func (f *Finder) folded(text string, w word) string {
	if w.as != "" {
		return w.as
	}
	f.next(text, w.from)
	return string(f.word)
}

// lower returns the folded letter or digit of each byte, 0 for all others.
var lower = func() (table [utf8.RuneSelf]byte) {
	for c := range table {
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			table[c] = byte(c)
		case c >= 'A' && c <= 'Z':
			table[c] = byte(c) | 0x20
		}
	}
	return table
}()

const (
	fnvStart = 14695981039346656037
	fnvPrime = 1099511628211
)

// next reads the first word at or after a place into f.word.
func (f *Finder) next(text string, at int) (from, to int) {
	for from = at; from < len(text); {
		c := text[from]
		if c < utf8.RuneSelf {
			if lower[c] != 0 {
				break
			}
			from++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[from:])
		if isLetter(r) {
			break
		}
		from += size
	}
	word, sum, kinds := f.word[:0], uint64(fnvStart), byte(0)
	for to = from; to < len(text); to++ {
		c := text[to]
		if c >= utf8.RuneSelf {
			return from, f.foreign(text, from, to)
		}
		if c = lower[c]; c == 0 {
			break
		}
		word = append(word, c)
		sum = (sum ^ uint64(c)) * fnvPrime
		kinds |= 1 << (c >> 6) // 0 for digits, 1 for letters
	}
	f.word, f.sum, f.odd = word, sum, f.odd || kinds == 3
	return from, to
}

// foreign is next for a word that holds more than plain letters, the first
// of those at to. It returns where the word ends.
func (f *Finder) foreign(src string, from, to int) int {
	for to < len(src) {
		r, size := utf8.DecodeRuneInString(src[to:])
		if !isLetter(r) && !text.Unseen(r) {
			break
		}
		to += size
	}
	f.word = append(f.word[:0], strings.ReplaceAll(text.Fold(src[from:to]), " ", "")...)
	f.sum = sumOf(string(f.word))
	return to
}

func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// mayStart reports whether a denied sequence may start with a word.
func (f *Finder) mayStart(text string, w word) bool {
	may, known := f.starts[w.sum]
	if !known {
		read := f.folded(text, w)
		may = f.firsts[hash(f.salt, read)[:firstLength]] || f.firsts[hash(f.salt, bare(read))[:firstLength]]
		f.starts[w.sum] = may
	}
	return may
}

// longest returns the longest denied sequence that words begin with, and of
// how many it is: none for 0.
func (f *Finder) longest(text string, words []word) (hit Hit, length int) {
	key := uint64(fnvStart)
	for n, w := range words[:min(f.most, len(words))] {
		key = (key ^ w.sum) * fnvPrime
		kind, known := f.hashed[key]
		if !known {
			kind = f.kind(text, words[:n+1])
			f.hashed[key] = kind
		}
		if kind != "" {
			hit, length = Hit{words[0].from, w.to, kind}, n+1
		}
	}
	return hit, length
}

// kind returns the kind of a sequence, "" when it is not denied.
func (f *Finder) kind(text string, words []word) string {
	var folded []string
	for _, w := range words {
		folded = append(folded, f.folded(text, w))
	}
	sequence := strings.Join(folded, " ")
	if kind := f.kinds[hash(f.salt, bare(sequence))]; kind != "" {
		return kind
	}
	return f.kinds[hash(f.salt, sequence)]
}

// bare takes off the s of a genitive or plural.
func bare(word string) string {
	if len(word) > 4 {
		return strings.TrimSuffix(word, "s")
	}
	return word
}
