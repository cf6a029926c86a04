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
	most   int               // the words in the longest sequence
	forms  map[string]*form  // of words, as they are written
	hashed map[string]string // sequence of folded words → its kind, "" for one that is free
	words  []word
}

// A form is what a word is, however it is written.
type form struct {
	folded string
	starts bool // a denied sequence may start with it
	mixed  bool // it has both letters and digits
}

// A word is one place in a text.
type word struct {
	from, to int
	*form
}

// Hit is one place in a text.
type Hit struct {
	From, To int // in bytes
	Kind     string
}

// NewFinder makes a finder for a list. An empty list finds nothing.
func NewFinder(salt string, entries []Entry) *Finder {
	f := &Finder{salt: salt, kinds: map[string]string{}, firsts: map[string]bool{}, forms: map[string]*form{}, hashed: map[string]string{}}
	for _, e := range entries {
		f.kinds[e.Hash] = e.Kind
		f.firsts[e.First] = true
		f.most = max(f.most, e.Words)
	}
	return f
}

// Find lists the denied words in a text, in order and without overlap: also
// those in disguise, spelt out (n.a.m.e) or with digits for letters (n4me).
func (f *Finder) Find(text string) []Hit {
	if f.most == 0 {
		return nil
	}
	words, odd := f.words[:0], false
	for at, singles := 0, 0; ; {
		from, to := next(text, at)
		if from == to {
			break
		}
		w := word{from, to, f.form(text[from:to])}
		words, at = append(words, w), to
		if singles++; to-from > 1 {
			singles = 0
		}
		odd = odd || w.mixed || singles >= fewestSpelt
	}
	f.words = words // room for those of the next text
	hits := f.denied(words)
	if odd {
		for _, hit := range f.denied(f.undisguised(text, words)) {
			if !slices.ContainsFunc(hits, func(h Hit) bool { return h.From < hit.To && hit.From < h.To }) {
				hits = append(hits, hit)
			}
		}
		slices.SortFunc(hits, func(a, b Hit) int { return a.From - b.From })
	}
	return hits
}

// next returns where the first word at or after a place stands. What nobody
// sees parts no word.
func next(s string, at int) (from, to int) {
	for from = at; from < len(s); {
		r, size := letter(s[from:])
		if r > 0 {
			break
		}
		from += size
	}
	for to = from; to < len(s); {
		r, size := letter(s[to:])
		if r == 0 {
			break
		}
		to += size
	}
	return from, to
}

// letter returns the letter or digit that a text begins with, below 0 for
// what nobody sees and 0 for anything else. Most is ASCII.
func letter(s string) (r rune, size int) {
	c := s[0]
	switch {
	case c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9':
		return rune(c), 1
	case c < utf8.RuneSelf:
		return 0, 1
	}
	r, size = utf8.DecodeRuneInString(s)
	switch {
	case unicode.IsLetter(r) || unicode.IsDigit(r):
		return r, size
	case text.Unseen(r):
		return -1, size
	}
	return 0, size
}

// form returns what a word is, or several that are spelt out.
func (f *Finder) form(written string) *form {
	known := f.forms[written]
	if known == nil {
		folded := text.Spelt(written)
		known = &form{folded: folded,
			starts: f.firsts[hash(f.salt, folded)[:firstLength]] || f.firsts[hash(f.salt, bare(folded))[:firstLength]],
			mixed:  strings.ContainsFunc(written, unicode.IsDigit) && strings.ContainsFunc(written, unicode.IsLetter)}
		f.forms[strings.Clone(written)] = known
	}
	return known
}

// denied lists the denied sequences among words.
func (f *Finder) denied(words []word) (hits []Hit) {
	for i := 0; i < len(words); i++ {
		if !words[i].starts {
			continue
		}
		if hit, length := f.longest(words[i:]); length > 0 {
			hits, i = append(hits, hit), i+length-1
		}
	}
	return hits
}

// longest returns the longest denied sequence that words begin with, and of
// how many it is: none for 0.
func (f *Finder) longest(words []word) (hit Hit, length int) {
	sequence := ""
	for n, w := range words[:min(f.most, len(words))] {
		sequence = strings.TrimPrefix(sequence+" "+w.folded, " ")
		kind, known := f.hashed[sequence]
		if !known {
			if kind = f.kinds[hash(f.salt, bare(sequence))]; kind == "" {
				kind = f.kinds[hash(f.salt, sequence)]
			}
			f.hashed[sequence] = kind
		}
		if kind != "" {
			hit, length = Hit{words[0].from, w.to, kind}, n+1
		}
	}
	return hit, length
}

// undisguised returns the words of a text with those that are spelt out as
// one, and letters for the digits among them.
func (f *Finder) undisguised(s string, words []word) (plain []word) {
	for i := 0; i < len(words); {
		w, end := words[i], speltOut(s, words[i:])
		w.to = words[i+end-1].to
		switch as := s[w.from:w.to]; {
		case end > 1:
			w.form = f.form(as)
		case w.mixed:
			w.form = f.form(text.Undisguised(as))
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

// bare takes off the s of a genitive or plural.
func bare(word string) string {
	if len(word) > 4 {
		return strings.TrimSuffix(word, "s")
	}
	return word
}
