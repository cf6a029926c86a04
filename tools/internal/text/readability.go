package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Measure is what a text comes to. Measures add up.
type Measure struct {
	Sentences, Words int

	// Weighed are the words whose syllables count, Syllables those syllables.
	// Numbers and names are words of a sentence, but a writer cannot choose
	// shorter ones; neither can one of the words that a caller says are given.
	Weighed, Syllables int
	Long               int // weighed words that are long
}

// Add returns the measure of two texts together.
func (m Measure) Add(other Measure) Measure {
	return Measure{
		m.Sentences + other.Sentences, m.Words + other.Words,
		m.Weighed + other.Weighed, m.Syllables + other.Syllables, m.Long + other.Long,
	}
}

// WordsPerSentence is the average length of a sentence, 0 for no text.
func (m Measure) WordsPerSentence() float64 { return ratio(m.Words, m.Sentences) }

// SyllablesPerWord is the average length of a weighed word, 0 for no text.
func (m Measure) SyllablesPerWord() float64 { return ratio(m.Syllables, m.Weighed) }

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// Formula measures how hard a text in one language is to read, by the length of
// its sentences and of its words. It counts; what to do about it is for a
// reader to say: a short sentence of short words can still be nonsense.
type Formula struct {
	Name string
	// From so many syllables on a word is long.
	Long int

	perSentence, perWord float64 // what a word more, and a syllable more, costs
	syllables            func(word string) int

	// simply counts the same for a word of small letters without y or q, of
	// which it is given the vowels, a bit for each letter; 0 when it is not
	// sure. It serves most words in a fraction of the time.
	simply func(word string, vowels uint64) int
}

// The formulas by code of their language. Both formulas run from about 0 to 100, and more is
// easier; texts for everybody are at 60 and above.
//
// Dutch: W.H. Douma, De leesbaarheid van landbouwbladen (Bulletin 17,
// Landbouwhogeschool Wageningen, 1960), who fitted Flesch's formula to Dutch:
// 206.835 − 0.93 × words per sentence − 77 × syllables per word.
//
// English: R. Flesch, "A new readability yardstick", Journal of Applied
// Psychology 32 (1948), 221–233:
// 206.835 − 1.015 × words per sentence − 84.6 × syllables per word.
var formulas = map[string]*Formula{
	"nl": {Name: "Flesch-Douma", Long: 4, perSentence: 0.93, perWord: 77, syllables: dutch, simply: dutchSimply},
	"en": {Name: "Flesch Reading Ease", Long: 3, perSentence: 1.015, perWord: 84.6, syllables: english, simply: englishSimply},
}

// FormulaFor returns the formula for a language, nil when there is none here.
func FormulaFor(code string) *Formula { return formulas[code] }

// Score returns the reading ease of what was measured.
func (f *Formula) Score(m Measure) float64 {
	return 206.835 - f.perSentence*m.WordsPerSentence() - f.perWord*m.SyllablesPerWord()
}

// Cost returns by how much a sentence pulls the score of its text below what it
// would be without the sentence, counted in words: one sentence of a long text
// costs little, but the costs of two of its sentences can be compared.
func (f *Formula) Cost(text, sentence Measure) float64 {
	return (f.Score(text) - f.Score(sentence)) * float64(sentence.Words)
}

// Syllables counts the syllables of one word, those of its parts when it is
// hyphenated.
func (f *Formula) Syllables(word string) int {
	n := 0
	for part := range strings.SplitSeq(plain(word), "-") {
		n += f.syllables(part)
	}
	return n
}

// Sentence measures one sentence. given reports whether a long word is one
// that the writer could not choose, such as a term that is explained; nil for
// none. Text without any word is no sentence.
func (f *Formula) Sentence(text string, given func(word string) bool) Measure {
	var m Measure
	for at := 0; ; {
		from, to, vowels := nextWord(text, at)
		if from == to {
			break
		}
		at = to
		m.Words++
		word := text[from:to]
		n := f.count(word, vowels, m.Words == 1)
		if n == 0 || n >= 3 && given != nil && given(word) {
			continue
		}
		m.Weighed++
		m.Syllables += n
		if n >= f.Long {
			m.Long++
		}
	}
	if m.Words > 0 {
		m.Sentences = 1
	}
	return m
}

// count counts the syllables of a word in a sentence, 0 for a name.
func (f *Formula) count(word string, vowels uint64, first bool) int {
	switch vowels {
	case 0:
		if isName(word, first) {
			return 0
		}
		return f.Syllables(word)
	case unsure:
		return f.syllables(word)
	}
	if n := f.simply(word, vowels); n > 0 {
		return n
	}
	return f.syllables(word)
}

// What a byte is to a word.
const (
	outside = iota
	small
	other // a capital or a digit
	joint // inside a word only: an apostrophe, a hyphen
	wide  // more than one byte: look at the character
)

var kinds = func() (k [256]byte) {
	for c := range k {
		switch {
		case c >= utf8.RuneSelf:
			k[c] = wide
		case c == '\'' || c == '-':
			k[c] = joint
		case c >= 'a' && c <= 'z':
			k[c] = small
		case c >= 'A' && c <= 'Z' || c >= '0' && c <= '9':
			k[c] = other
		}
	}
	return k
}()

// unsure says of the vowels of a word of small letters that they depend on
// what stands around them.
const unsure = 1 << 63

// letterBits returns for a small letter what it adds to the vowels of a word.
var letterBits = func() (k [256]uint8) {
	for c := range k {
		switch {
		case kinds[c] != small:
			k[c] = 4
		case c == 'y' || c == 'q':
			k[c] = 2
		case isVowel[c]:
			k[c] = 1
		}
	}
	return k
}()

// nextWord finds the first word at or after a place: letters and digits, with
// the apostrophes and hyphens between them. from equals to when there is none.
// Of a word of small letters it also gives the vowels, a bit for each letter.
func nextWord(text string, at int) (from, to int, vowels uint64) {
	for at < len(text) && kinds[text[at]] == outside {
		at++
	}
	for at < len(text) && letterAt(text, at) == 0 {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	from = at
	all := uint8(0)
	for at < len(text) {
		k := letterBits[text[at]]
		if k == 4 {
			break
		}
		all |= k
		vowels |= uint64(k&1) << ((at - from) & 63)
		at++
	}
	if at == len(text) || kinds[text[at]] == outside { // nearly every word
		if all != 1 || at-from > 62 {
			vowels = unsure
		}
		return from, at, vowels
	}
	for at < len(text) {
		size := letterAt(text, at)
		if size == 0 {
			size = jointAt(text, at)
			if size == 0 || at+size >= len(text) || letterAt(text, at+size) == 0 {
				break
			}
		}
		at += size
	}
	return from, at, 0
}

// letterAt returns the size of the letter or digit at a place, 0 for none.
func letterAt(text string, at int) int {
	switch kinds[text[at]] {
	case small, other:
		return 1
	case wide:
		if r, size := utf8.DecodeRuneInString(text[at:]); unicode.IsLetter(r) || unicode.IsDigit(r) {
			return size
		}
	}
	return 0
}

func jointAt(text string, at int) int {
	switch kinds[text[at]] {
	case joint:
		return 1
	case wide:
		if strings.HasPrefix(text[at:], "’") {
			return len("’")
		}
	}
	return 0
}

// isName reports whether a word is a number or a name by its looks: it holds a
// digit, or it has a capital that is not the one of a sentence's head.
func isName(word string, first bool) bool {
	for i, r := range word {
		if unicode.IsDigit(r) || unicode.IsUpper(r) && (i > 0 || !first && len(word) > 1) {
			return true
		}
	}
	return false
}

// plain writes a word in lower case, without the accents that change no sound
// of a syllable: é is e. Letters of other scripts count as none.
func plain(word string) string {
	out := make([]byte, 0, len(word))
	for _, r := range word {
		c := byte(r)
		switch {
		case r >= 'A' && r <= 'Z':
			c |= 0x20
		case r >= utf8.RuneSelf:
			c = accents[unicode.ToLower(r)]
		}
		if c != 0 {
			out = append(out, c)
		}
	}
	return string(out)
}

// A letter with a diaeresis begins a syllable: it is kept as this and the
// letter, in one byte.
const trema = 0x80

var accents = map[rune]byte{
	'á': 'a', 'à': 'a', 'â': 'a', 'å': 'a', 'ã': 'a', 'ä': 'a' | trema,
	'é': 'e', 'è': 'e', 'ê': 'e', 'ë': 'e' | trema,
	'í': 'i', 'ì': 'i', 'î': 'i', 'ï': 'i' | trema,
	'ó': 'o', 'ò': 'o', 'ô': 'o', 'ø': 'o', 'õ': 'o', 'ö': 'o' | trema,
	'ú': 'u', 'ù': 'u', 'û': 'u', 'ü': 'u' | trema,
	'ý': 'y', 'ç': 'c', 'ñ': 'n', 'ß': 's', 'š': 's', 'ž': 'z', '’': '\'',
}

// isVowel says which letters are vowels, y left out.
var isVowel = func() (v [256]bool) {
	for _, c := range "aeiou" {
		v[c], v[byte(c)|trema] = true, true
	}
	return v
}()

// exceptions are words, or first parts of words, with a count of their own:
// what the rules of a language get wrong. They have three letters or more.
type exceptions struct {
	counts map[string]int
	heads  [1 << 15 / 64]uint64 // how they begin, a bit for each three letters
}

func newExceptions(counts map[string]int) *exceptions {
	x := &exceptions{counts: counts}
	for word := range counts {
		h := head(word)
		x.heads[h>>6] |= 1 << (h & 63)
	}
	return x
}

func head(w string) int { return int(w[0]&31)<<10 | int(w[1]&31)<<5 | int(w[2]&31) }

// may reports whether a word begins as one of the exceptions does.
func (x *exceptions) may(w string) bool {
	if len(w) < 3 {
		return false
	}
	h := head(w)
	return x.heads[h>>6]>>(h&63)&1 != 0
}

// head finds the longest exception that a word begins with.
func (x *exceptions) head(w string) (length, count int) {
	for n := len(w); n > 2; n-- {
		if count, ok := x.counts[w[:n]]; ok {
			return n, count
		}
	}
	return 0, 0
}

// sounds reports whether letters hold a vowel.
func sounds(w string) bool {
	for i := range len(w) {
		if isVowel[w[i]] || w[i] == 'y' {
			return true
		}
	}
	return false
}
