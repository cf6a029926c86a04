package check

import (
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

// wordList is one list of words that the lexicon of a language warns of.
type wordList struct {
	entries []site.Entry
	words   *text.Phrases
}

func newWordList(entries []site.Entry) *wordList {
	l := &wordList{entries: entries}
	var words []string
	for _, e := range entries {
		words = append(words, e.Word)
	}
	l.words = text.NewPhrases(words)
	l.words.Hyphens = true
	return l
}

// warnOf gives the Source function of a rule that reports the words of the
// lexicon's list key, wherever the site speaks for itself.
func warnOf(key string) func(*Pass) {
	return func(p *Pass) {
		lists := map[string]*wordList{}
		for _, lang := range p.Languages {
			lists[lang] = newWordList(p.Lexicon(lang).Entries(key))
		}
		eachOwnText(p, func(t *runningText) {
			l := lists[t.lang]
			for _, m := range l.words.Find(t.text) {
				if e := l.entries[m.Phrase]; l.counts(e, t, m) {
					reportWord(p, e, t, m)
				}
			}
		})
	}
}

// counts reports whether a word found is meant: not quoted, not code, not in
// one of its exceptions, and with the company that the entry asks for.
func (l *wordList) counts(e site.Entry, t *runningText, m text.Mention) bool {
	if t.code(m.From) || text.Within(text.Quotations(t.text), m.From) {
		return false
	}
	if slices.ContainsFunc(e.Except, func(name string) bool { return within(t.text, name, m) }) {
		return false
	}
	if len(e.With) == 0 && len(e.Unless) == 0 {
		return true
	}
	sentence := text.Sentence(t.text, m.From)
	return (len(e.With) == 0 || text.HoldsAny(sentence, e.With)) && !text.HoldsAny(sentence, e.Unless)
}

// within reports whether a mention is part of an occurrence of name.
func within(text, name string, m text.Mention) bool {
	from := max(0, m.From-len(name))
	window := text[from:min(len(text), m.To+len(name))]
	for at := 0; ; at++ {
		i := strings.Index(window[at:], name)
		if i < 0 {
			return false
		}
		at += i
		if from+at <= m.From && from+at+len(name) >= m.To {
			return true
		}
	}
}

func reportWord(p *Pass, e site.Entry, t *runningText, m text.Mention) {
	word := t.text[m.From:m.To]
	var fix diag.Fix
	if e.Fix != "" && t.open(m.From, m.To) {
		fix = diag.Fix{Old: word, New: e.Fix}
		if word != e.Word { // a capital, at the head of a sentence
			fix.New = text.Capitalised(e.Fix)
		}
	}
	p.Fix(t.at(m.From), fix, "write: "+e.Use, "%q in running text", word)
}
