package site

import (
	"iter"
	"slices"
	"strings"

	"comwijzer/tools/internal/text"
)

// WordList finds the words that one list of a lexicon warns of.
type WordList struct {
	entries []Unwanted
	words   *text.Phrases
}

// WordList makes a list of words to leave unwritten ready to be found.
func (x *Lexicon) WordList(key string) *WordList {
	l := &WordList{entries: x.Unwanted(key)}
	var words []string
	for _, e := range l.entries {
		words = append(words, e.Word)
	}
	l.words = text.NewPhrases(words)
	l.words.Hyphens = true
	return l
}

// Find visits the words in a passage that are meant: not quoted, not code, not
// in one of their exceptions, and with the company that the entry asks for.
func (l *WordList) Find(t *Passage) iter.Seq2[Unwanted, text.Range] {
	return func(yield func(Unwanted, text.Range) bool) {
		for _, m := range l.words.Find(t.Text) {
			if e := l.entries[m.Phrase]; e.isMeant(t, m.Range) && !yield(e, m.Range) {
				return
			}
		}
	}
}

func (e *Unwanted) isMeant(t *Passage, word text.Range) bool {
	if t.IsCode(word.From) || text.Within(text.Quotations(t.Text), word.From) {
		return false
	}
	if slices.ContainsFunc(e.Except, func(name string) bool { return isPartOf(t.Text, name, word) }) {
		return false
	}
	if len(e.With) == 0 && len(e.Unless) == 0 {
		return true
	}
	sentence := text.Sentence(t.Text, word.From)
	return (len(e.With) == 0 || text.HoldsAny(sentence, e.With)) && !text.HoldsAny(sentence, e.Unless)
}

// isPartOf reports whether a word is part of an occurrence of name.
func isPartOf(s, name string, word text.Range) bool {
	for from := max(0, word.To-len(name)); from <= word.From; from++ {
		if strings.HasPrefix(s[from:], name) {
			return true
		}
	}
	return false
}
