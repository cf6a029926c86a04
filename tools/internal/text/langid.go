package text

import (
	"maps"
	"slices"
	"strings"
)

// Languages tells a few languages apart by their common words. What a text
// has more of than of its own is what it is in.
type Languages map[string]string // a common word → the language in which alone it is one, "" for several

// NewLanguages takes the common words of each language. It returns nil for fewer than two.
func NewLanguages(common map[string][]string) Languages {
	maps.DeleteFunc(common, func(_ string, words []string) bool { return len(words) == 0 })
	if len(common) < 2 {
		return nil
	}
	l := Languages{}
	for lang, words := range common {
		for _, word := range words {
			if other, known := l[word]; !known || other == lang {
				l[word] = lang
			} else {
				l[word] = ""
			}
		}
	}
	return l
}

// count counts the common words of each language in a text. Names and
// titles are in any language: words with a capital do not count.
func (l Languages) count(text string) map[string]int {
	counts := map[string]int{}
	for word := range strings.FieldsSeq(text) {
		if lang := l[strings.Trim(word, ".,:;?!()")]; lang != "" {
			counts[lang]++
		}
	}
	return counts
}

// Of returns the language that text is in, lang when it may be that.
func (l Languages) Of(text, lang string) string {
	counts, most := l.count(text), lang
	for _, other := range slices.Sorted(maps.Keys(counts)) {
		if n := counts[other]; n >= 4 && n > 2*counts[lang] && n > counts[most] {
			most = other
		}
	}
	return most
}

// IsForeign reports whether a sentence holds common words of other
// languages than lang, for a quarter or more, and none of lang.
func (l Languages) IsForeign(sentence, lang string) bool {
	counts, others := l.count(sentence), 0
	for _, n := range counts {
		others += n
	}
	return counts[lang] == 0 && others > 1 && 4*others >= CountWords(sentence)
}
