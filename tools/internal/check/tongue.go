package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/abadojack/whatlanggo"

	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
)

// tongue tells the languages of the site apart. The library compares groups of
// three letters, which is sure from some twenty words on but slow; so texts
// that hold enough common words of the language they should be in, and few of
// the others', are not shown to it. Which words those are, the site itself
// tells.
type tongue struct {
	codes  map[whatlanggo.Lang]bool
	common map[string]map[string]bool // language → words common in it alone
}

// samplePages is of how many pages a language's common words are taken,
// sampleBytes how much of a text the library is shown, leastWords how many
// words it must be shown to be believed.
const (
	samplePages = 50
	sampleBytes = 400
	leastWords  = 15
)

// newTongue gives nil when the library does not know two of the languages.
func newTongue(p *Pass) *tongue {
	t := &tongue{codes: map[whatlanggo.Lang]bool{}, common: map[string]map[string]bool{}}
	for code := range whatlanggo.Langs {
		if slices.Contains(p.Languages, code.Iso6391()) {
			t.codes[code] = true
		}
	}
	if len(t.codes) < 2 {
		return nil
	}
	counts := map[string]map[string]int{}
	for _, lang := range p.Languages {
		counts[lang] = t.countWords(p, lang)
	}
	for _, lang := range p.Languages {
		t.common[lang] = commonWords(counts, lang)
	}
	return t
}

// countWords counts the short words in a sample of a language's paragraphs:
// those of which the library is sure that they are in it.
func (t *tongue) countWords(p *Pass, lang string) map[string]int {
	counts := map[string]int{}
	pages := slices.DeleteFunc(slices.Clone(p.Pages), func(page *site.Page) bool { return page.Lang != lang })
	for i := 0; i < len(pages); i += len(pages)/samplePages + 1 {
		own := prose(pages[i].Doc)
		for _, para := range own[:min(3, len(own))] {
			if t.detect(para.Text, lang) != lang {
				continue
			}
			for word := range strings.FieldsSeq(para.Text) {
				if len(word) <= 5 {
					counts[word]++
				}
			}
		}
	}
	return counts
}

// commonWords gives the words that a language has more than once, and each
// other language a tenth as often or less; none when there is no other to
// compare with.
func commonWords(counts map[string]map[string]int, lang string) map[string]bool {
	words := map[string]bool{}
	for word, n := range counts[lang] {
		words[word] = n >= 3
		for other := range counts {
			if len(counts[other]) == 0 || other != lang && 10*counts[other][word] > n {
				words[word] = false
			}
		}
	}
	return words
}

// of gives the language that text is in, lang when that may be it.
func (t *tongue) of(text, lang string) string {
	if found := t.detect(text, lang); found != "" {
		return found
	}
	return lang
}

// detect gives the language that text is in, "" when that is not sure. lang is
// the one it should be.
func (t *tongue) detect(text, lang string) string {
	if t.clearly(text, lang) {
		return lang
	}
	words := sample(text)
	if !hasWords(words, leastWords) {
		return ""
	}
	found := whatlanggo.DetectWithOptions(words, whatlanggo.Options{Whitelist: t.codes})
	if found.Lang < 0 || found.Confidence < 0.8 {
		return ""
	}
	return found.Lang.Iso6391()
}

// ofPage gives the language that a page is in: another than its own only when
// it starts in that and no paragraph is in its own.
func (t *tongue) ofPage(page *site.Page) string {
	text := start(page)
	if !hasWords(text, 30) {
		return page.Lang
	}
	lang := t.of(text, page.Lang)
	if lang != page.Lang && slices.ContainsFunc(prose(page.Doc), func(para *md.Paragraph) bool {
		return t.detect(para.Text, page.Lang) == page.Lang
	}) {
		return page.Lang
	}
	return lang
}

// start gives the first paragraphs of a page, enough to tell its language.
func start(page *site.Page) string {
	var b strings.Builder
	for _, para := range prose(page.Doc) {
		if b.Len() < sampleBytes {
			b.WriteString(para.Text + "\n")
		}
	}
	return b.String()
}

// clearly reports whether the common words at the head of text are those of lang.
func (t *tongue) clearly(text, lang string) bool {
	own, others := 0, 0
	for word := range strings.FieldsSeq(text) {
		for code, common := range t.common {
			if common[word] && code == lang {
				own++
			} else if common[word] {
				others++
			}
		}
		if own >= 6 && own > 3*others {
			return true
		}
	}
	return false
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

// prose gives a page's own prose: no quotations, but alerts.
func prose(doc *md.Doc) []*md.Paragraph {
	var out []*md.Paragraph
	for i := range doc.Paragraphs {
		if para := &doc.Paragraphs[i]; !para.Quoted || para.Alert {
			out = append(out, para)
		}
	}
	return out
}

// hasWords reports whether text has at least n words.
func hasWords(text string, n int) bool {
	for range strings.FieldsSeq(text) {
		if n--; n == 0 {
			return true
		}
	}
	return false
}
