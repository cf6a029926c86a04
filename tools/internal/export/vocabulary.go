package export

import (
	"math/bits"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"comwijzer/tools/internal/site"
)

// wordPattern is a word of the search: letters and digits, with apostrophes
// inside. A hyphen ends it, as in the index.
var wordPattern = regexp.MustCompile(`[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*`)

func wordsIn(text string) []string {
	text = strings.ToLower(norm.NFC.String(text))
	return wordPattern.FindAllString(strings.ReplaceAll(text, "’", "'"), -1)
}

// shortest is how many letters a word of the vocabulary has at least: shorter
// ones have too many neighbours to mend a word by them.
const shortest = 4

// vocabulary counts on how many pages each word of one language stands. A
// record counts as a page: its words stand where it is shown.
func vocabulary(s *site.Site, lang string) map[string]int {
	on := map[string]int{}
	count := func(texts []string) {
		seen := map[string]bool{}
		for _, text := range texts {
			for _, word := range wordsIn(text) {
				word = strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "'")
				if utf8.RuneCountInString(word) >= shortest && !strings.ContainsFunc(word, unicode.IsDigit) && !seen[word] {
					seen[word] = true
					on[word]++
				}
			}
		}
	}
	for _, p := range s.Pages {
		if p.Lang == lang && p.Published() {
			count(pageTexts(p))
		}
	}
	records := map[*site.Record][]string{}
	for t := range s.RecordPassages() {
		if t.Lang == lang {
			records[t.Record] = append(records[t.Record], t.Text)
		}
	}
	for _, texts := range records {
		count(texts)
	}
	return on
}

func pageTexts(p *site.Page) []string {
	texts := append([]string{p.Title, p.Summary}, names(p)...)
	for _, h := range p.Doc.Headings {
		texts = append(texts, h.Text)
	}
	for _, paragraph := range p.Doc.Paragraphs {
		texts = append(texts, paragraph.Text)
	}
	return texts
}

// byFrequency orders words in lines: line i has those on 2^i pages or more, but
// on fewer than 2^(i+1). That is precise enough to prefer the common word, and small.
func byFrequency(on map[string]int) []string {
	lines := [][]string{}
	for word, pages := range on {
		i := bits.Len(uint(pages)) - 1
		for len(lines) <= i {
			lines = append(lines, nil)
		}
		lines[i] = append(lines[i], word)
	}
	out := []string{}
	for _, words := range lines {
		slices.Sort(words)
		out = append(out, strings.Join(words, " "))
	}
	return out
}
