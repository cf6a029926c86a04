package check

import (
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
)

// wordList is one list of words that the lexicon of a language warns of.
type wordList struct {
	entries []site.Entry
	words   *phrases
}

func newWordList(entries []site.Entry) *wordList {
	l := &wordList{entries: entries}
	var words []string
	for _, e := range entries {
		words = append(words, e.Word)
	}
	l.words = newPhrases(words)
	l.words.hyphens = true
	return l
}

// warnOf gives the Source function of a rule that reports the words of the
// lexicon's list key, wherever the site speaks for itself.
func warnOf(key string) func(*Pass) {
	return func(p *Pass) {
		lists, words := map[string]*wordList{}, map[string]*phrases{}
		for _, lang := range p.Languages {
			lists[lang] = newWordList(p.Lexicon(lang).Entries(key))
			words[lang] = lists[lang].words
		}
		eachTextWith(p, words, func(t *runningText) {
			l := lists[t.lang]
			for _, m := range l.words.find(t.text) {
				if e := l.entries[m.Phrase]; l.counts(e, t, m) {
					reportWord(p, e, t, m)
				}
			}
		})
	}
}

// counts reports whether a word found is meant: not quoted, not code, not in
// one of its exceptions, and with the company that the entry asks for.
func (l *wordList) counts(e site.Entry, t *runningText, m mention) bool {
	if t.code(m.From) || inRanges(quotations(t.text), m.From) {
		return false
	}
	if slices.ContainsFunc(e.Except, func(name string) bool { return within(t.text, name, m) }) {
		return false
	}
	if len(e.With) == 0 && len(e.Unless) == 0 {
		return true
	}
	sentence := md.Sentence(t.text, m.From)
	return (len(e.With) == 0 || holdsWord(sentence, e.With)) && !holdsWord(sentence, e.Unless)
}

// within reports whether a mention is part of an occurrence of name.
func within(text, name string, m mention) bool {
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

// holdsWord reports whether a sentence holds one of the words.
func holdsWord(sentence string, words []string) bool {
	lower := strings.ToLower(sentence)
	return slices.ContainsFunc(words, func(word string) bool {
		for at := 0; ; at += len(word) {
			i := strings.Index(lower[at:], word)
			if i < 0 {
				return false
			}
			at += i
			if !endsInWord(lower[:at]) && !startsWithWord(lower[at+len(word):]) {
				return true
			}
		}
	})
}

func reportWord(p *Pass, e site.Entry, t *runningText, m mention) {
	word := t.text[m.From:m.To]
	var fix diag.Fix
	if e.Fix != "" && t.open(m.From, m.To) {
		fix = diag.Fix{Old: word, New: e.Fix}
		if word != e.Word { // a capital, at the head of a sentence
			fix.New = capitalised(e.Fix)
		}
	}
	p.Fix(t.at(m.From), fix, "write: "+e.Use, "%q in running text", word)
}
