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
// three letters, which is sure from some fifteen words on but slow; so it is
// asked for a sample of the site, of which the common words of each language
// are learnt, and then only about texts that hold more of those of another
// language than of their own.
type tongue struct {
	codes  map[whatlanggo.Lang]bool
	common map[string]string // word → the language in which alone it is common
}

const (
	samplePages = 30  // how many pages of a language its common words are learnt from
	sampleBytes = 300 // how much of a text the library is shown
	leastWords  = 15  // how many words it must be shown to be believed
)

// newTongue gives nil when the library does not know two of the languages.
func newTongue(s *site.Site) *tongue {
	t := &tongue{map[whatlanggo.Lang]bool{}, map[string]string{}}
	for code := range whatlanggo.Langs {
		if slices.Contains(s.Languages, code.Iso6391()) {
			t.codes[code] = true
		}
	}
	if len(t.codes) < 2 {
		return nil
	}
	counts := map[string]map[string]int{}
	for _, lang := range s.Languages {
		counts[lang] = t.countWords(s, lang)
	}
	for _, lang := range s.Languages {
		for word := range commonWords(counts, lang) {
			t.common[word] = lang
		}
	}
	return t
}

// countWords counts the short words in a sample of a language's paragraphs:
// those of which the library is sure that they are in it.
func (t *tongue) countWords(s *site.Site, lang string) map[string]int {
	counts := map[string]int{}
	pages := slices.DeleteFunc(slices.Clone(s.Pages), func(page *site.Page) bool { return page.Lang != lang })
	for i := 0; i < len(pages); i += len(pages)/samplePages + 1 {
		own := prose(pages[i].Doc)
		for _, para := range own[:min(2, len(own))] {
			if t.ask(para.Text) != lang {
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

// commonWords gives the words that make up a good part of the sample of one
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

// of gives the language that text is in, lang when it may be that.
func (t *tongue) of(text, lang string) string {
	own, others := t.count(text, lang)
	if others < 4 || others <= 2*own {
		return lang
	}
	if found := t.ask(text); found != "" {
		return found
	}
	return lang
}

// count counts the common words of lang and those of other languages at the
// head of text, until it is clear which prevail.
func (t *tongue) count(text, lang string) (own, others int) {
	for word := range strings.FieldsSeq(text) {
		if len(word) > 5 {
			continue
		}
		switch t.common[word] {
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

// ask gives the language that the library finds, "" when it is not sure.
func (t *tongue) ask(text string) string {
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
		own, others := t.count(para.Text, page.Lang)
		return own >= 4 && own > others
	}) {
		return page.Lang
	}
	return lang
}

// start gives the first paragraphs of a page, enough to tell its language.
func start(page *site.Page) string {
	var b strings.Builder
	for _, para := range prose(page.Doc) {
		if b.WriteString(para.Text + "\n"); b.Len() >= sampleBytes {
			break
		}
	}
	return b.String()
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
