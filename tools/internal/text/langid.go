package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/abadojack/whatlanggo"
)

// LanguageIdentifier tells a few languages apart. The library compares groups
// of three letters, which is sure from some fifteen words on but slow; so it is
// asked for a sample of each language, of which the common words are learnt,
// and then only about texts that hold more of those of another language than
// of their own.
type LanguageIdentifier struct {
	codes  map[whatlanggo.Lang]bool
	common map[string]string // word → the language in which alone it is common
}

const (
	sampleBytes = 300 // how much of a text the library is shown
	leastWords  = 15  // how many words it must be shown to be believed
)

// NewLanguageIdentifier learns from texts by language. It returns nil when the
// library does not know two of the languages.
func NewLanguageIdentifier(samples map[string][]string) *LanguageIdentifier {
	l := &LanguageIdentifier{map[whatlanggo.Lang]bool{}, map[string]string{}}
	for code := range whatlanggo.Langs {
		if samples[code.Iso6391()] != nil {
			l.codes[code] = true
		}
	}
	if len(l.codes) < 2 {
		return nil
	}
	counts := map[string]map[string]int{}
	for lang, texts := range samples {
		counts[lang] = l.countWords(texts, lang)
	}
	for lang := range counts {
		for word := range commonWords(counts, lang) {
			l.common[word] = lang
		}
	}
	return l
}

// countWords counts the short words in texts: in those of which the library is
// sure that they are in a language.
func (l *LanguageIdentifier) countWords(texts []string, lang string) map[string]int {
	counts := map[string]int{}
	for _, text := range texts {
		if l.ask(text) != lang {
			continue
		}
		for word := range strings.FieldsSeq(text) {
			if len(word) <= 5 {
				counts[word]++
			}
		}
	}
	return counts
}

// commonWords returns the words that make up a good part of the sample of one
// language, and of each other at most a tenth as much.
func commonWords(counts map[string]map[string]int, lang string) map[string]bool {
	total := 0
	for _, n := range counts[lang] {
		total += n
	}
	words := map[string]bool{}
	for word, n := range counts[lang] {
		common := n > total/300
		for other := range counts {
			common = common && (other == lang || 10*counts[other][word] <= n)
		}
		if common {
			words[word] = true
		}
	}
	return words
}

// Of returns the language that text is in, lang when it may be that.
func (l *LanguageIdentifier) Of(text, lang string) string {
	own, others := l.count(text, lang)
	if others < 4 || others <= 2*own {
		return lang
	}
	if found := l.ask(text); found != "" {
		return found
	}
	return lang
}

// IsForeign reports whether a sentence holds common words of other languages
// than lang, for a quarter or more, and none of lang.
func (l *LanguageIdentifier) IsForeign(sentence, lang string) bool {
	own, others := l.count(sentence, lang)
	return own == 0 && others > 1 && 4*others >= CountWords(sentence)
}

// count counts the common words of lang and those of other languages at the
// head of text, until it is clear which prevail.
func (l *LanguageIdentifier) count(text, lang string) (own, others int) {
	for word := range strings.FieldsSeq(text) {
		if len(word) > 5 {
			continue
		}
		switch l.common[word] {
		case "":
		case lang:
			own++
		default:
			others++
		}
		if own >= 6 && own > 3*others {
			break
		}
	}
	return own, others
}

// ask returns the language that the library finds, "" when it is not sure.
func (l *LanguageIdentifier) ask(text string) string {
	words := sample(text)
	if !HasFields(words, leastWords) {
		return ""
	}
	found := whatlanggo.DetectWithOptions(words, whatlanggo.Options{Whitelist: l.codes})
	if found.Lang < 0 || found.Confidence < 0.8 {
		return ""
	}
	return found.Lang.Iso6391()
}

// HoldsMostly reports whether the common words of lang prevail in a text.
func (l *LanguageIdentifier) HoldsMostly(text, lang string) bool {
	own, others := l.count(text, lang)
	return own >= 4 && own > others
}

// sample takes words from the head of a text, but for names and titles, which
// are in any language: words with a capital.
func sample(text string) string {
	var b strings.Builder
	for word := range strings.FieldsSeq(text) {
		if r, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(r) {
			b.WriteString(word + " ")
		}
		if b.Len() >= sampleBytes {
			break
		}
	}
	return b.String()
}
