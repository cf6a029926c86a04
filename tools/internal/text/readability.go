package text

import (
	"iter"
	"strings"
	"unicode"
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

// Formula measures how hard a text in one language is to read, by the
// length of its sentences and of its words. It counts; what to do about it
// is for a reader to say: a short sentence of short words can still be
// nonsense. It is not to be used by several goroutines at once.
type Formula struct {
	Name      string    `json:"formula"`
	Base      float64   `json:"base"`
	Word      float64   `json:"word"`     // what a word more in every sentence costs
	Syllable  float64   `json:"syllable"` // what a syllable more in every word costs
	Long      int       `json:"long"`     // from so many syllables on a word is long
	Syllables Syllables `json:"syllables"`
}

// Score returns the reading ease of what was measured: from about 0 to 100,
// and more is easier.
func (f *Formula) Score(m Measure) float64 {
	return f.Base - f.Word*m.WordsPerSentence() - f.Syllable*m.SyllablesPerWord()
}

// Cost returns by how much a sentence pulls the score of its text below
// what it would be without the sentence, counted in words: one sentence of
// a long text costs little, but the costs of two of its sentences can be
// compared.
func (f *Formula) Cost(text, sentence Measure) float64 {
	return (f.Score(text) - f.Score(sentence)) * float64(sentence.Words)
}

// Sentence measures one sentence. given reports whether a long word is one
// that the writer could not choose, such as a term that is explained; nil
// for none. Text without any word is no sentence.
func (f *Formula) Sentence(text string, given func(word string) bool) (m Measure) {
	for word := range readWords(text) {
		m.Words++
		m.Sentences = 1
		if isName(word, m.Words == 1) {
			continue
		}
		n := f.Syllables.Count(word)
		if n == 0 || n >= 3 && given != nil && given(word) {
			continue
		}
		m.Weighed++
		m.Syllables += n
		if n >= f.Long {
			m.Long++
		}
	}
	return m
}

// readWords visits the words of a text: letters and digits, with the
// apostrophes and hyphens between them.
func readWords(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !inReadWord(r) }) {
			if word = strings.Trim(word, "'’-"); word != "" && !yield(word) {
				return
			}
		}
	}
}

func inReadWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '\'' || r == '’' || r == '-'
}
