package glossary

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/text"
)

// Candidate is a word that may deserve a place in the glossary. No word
// list is needed to find one: abbreviations, names, quoted words and words
// that both editions share give themselves away.
type Candidate struct {
	Word  string
	Why   string // "abbreviation", "name", "quoted" or "shared": also in another language's edition
	Count int    // how often it stands in running text
	Pages int    // on how many pages
	First diag.Position
}

// leastShared is how long a word is at least before its standing in two
// languages says something: short words coincide.
const leastShared = 5

// leastElsewhere is how often the other edition must have it: a word that
// it has once may be one of its own that looks the same.
const leastElsewhere = 3

// leastNouns is which part of the words has a capital, at least, where
// every noun has one: a fifth to a quarter in German, a twentieth where
// only names have.
const leastNouns = 0.125

// Candidates lists what looks like undefined jargon in the pages of one
// language, that on most pages first, then by frequency and word. others
// are pages in other languages; texts that need no entry are known.
func Candidates(pages, others []*md.Doc, known []string) []Candidate {
	ordinary, foreign, nouns := knownWords(known), countWords(others), capitalsNouns(pages)
	found := map[string]*Candidate{}
	for _, page := range pages {
		onPage := map[string]bool{}
		eachWord(page, func(w word) {
			why := kind(w, foreign)
			key := strings.ToLower(w.text)
			if why == "" || why == "name" && nouns || ordinary[key] {
				return
			}
			c := found[key]
			if c == nil {
				c = &Candidate{Word: w.text, Why: why, First: w.doc.At(w.para, w.offset)}
				found[key] = c
			}
			c.Count++
			if !onPage[key] {
				onPage[key] = true
				c.Pages++
			}
		})
	}
	return sorted(found)
}

// capitalsNouns reports whether pages are in a language that writes nouns
// with a capital, which is no sign of a name then.
func capitalsNouns(pages []*md.Doc) bool {
	words, capitals := 0, 0
	for _, page := range pages {
		eachWord(page, func(w word) {
			if w.first || isAbbreviation(w.text) {
				return
			}
			words++
			if startsUpper(w.text) {
				capitals++
			}
		})
	}
	return float64(capitals) > leastNouns*float64(words)
}

func sorted(found map[string]*Candidate) (out []Candidate) {
	for _, c := range found {
		out = append(out, *c)
	}
	slices.SortFunc(out, func(a, b Candidate) int {
		return cmp.Or(b.Pages-a.Pages, b.Count-a.Count, cmp.Compare(a.Word, b.Word))
	})
	return out
}

// word is one word of running text.
type word struct {
	text   string
	first  bool // the first of its sentence, where a capital says nothing
	quoted bool
	doc    *md.Doc
	para   *md.Paragraph
	offset int
}

// kind says why a word looks like jargon, "" when it does not.
func kind(w word, foreign map[string]int) string {
	switch {
	case isAbbreviation(w.text):
		return "abbreviation"
	case w.quoted:
		return "quoted"
	case !w.first && startsUpper(w.text):
		return "name"
	case utf8.RuneCountInString(w.text) >= leastShared && foreign[strings.ToLower(w.text)] >= leastElsewhere:
		return "shared"
	}
	return ""
}

func isAbbreviation(s string) bool {
	upper := 0
	for _, r := range s {
		if unicode.IsUpper(r) {
			upper++
		}
	}
	return upper >= 2
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

var (
	wordPattern = regexp.MustCompile(`[\p{L}\p{M}][\p{L}\p{M}\d]*(?:[-'’][\p{L}\p{M}\d]+)*`)
	quotePairs  = regexp.MustCompile(`(?:^|\s)(?:'[^']{1,60}'|‘[^’]{1,60}’|"[^"]{1,60}"|“[^”]{1,60}”)`)
)

// eachWord visits the words of a page's own prose: no code, no block
// quotations, and no links, which explain themselves.
func eachWord(doc *md.Doc, visit func(word)) {
	for para := range doc.Prose() {
		quotes := quotePairs.FindAllStringIndex(para.Text, -1)
		for _, sentence := range text.Sentences(para.Text) {
			first := true
			for _, at := range wordPattern.FindAllStringIndex(para.Text[sentence.From:sentence.To], -1) {
				from, to := sentence.From+at[0], sentence.From+at[1]
				if !para.Literal(from) && doc.LinkAt(para, from) == nil {
					visit(word{para.Text[from:to], first, inside(quotes, from), doc, para, from})
				}
				first = false
			}
		}
	}
}

func inside(ranges [][]int, at int) bool {
	return slices.ContainsFunc(ranges, func(r []int) bool { return at >= r[0] && at < r[1] })
}

// knownWords returns texts that need no entry, and their words, in lower case.
func knownWords(texts []string) map[string]bool {
	known := map[string]bool{}
	for _, text := range texts {
		known[strings.ToLower(text)] = true
		for _, w := range wordPattern.FindAllString(text, -1) {
			known[strings.ToLower(w)] = true
		}
	}
	return known
}

// countWords counts the words of pages, in lower case.
func countWords(pages []*md.Doc) map[string]int {
	words := map[string]int{}
	for _, page := range pages {
		eachWord(page, func(w word) { words[strings.ToLower(w.text)]++ })
	}
	return words
}
