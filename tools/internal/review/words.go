package review

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"comwijzer/tools/internal/between"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

type reviewer struct {
	was, is State
	names   *names
	readers map[string]*reader
	found   []diag.Diagnostic
}

// reader reads what weighs in texts of one language.
type reader struct {
	*between.Reader
	names       *names
	attribution *text.Phrases
	common      map[string]bool // words that say nothing of the subject
}

func readers(s *site.Site, names *names) map[string]*reader {
	all := map[string]*reader{}
	for _, lang := range s.Languages {
		x, common := s.Lexicon(lang), map[string]bool{}
		for _, word := range x.Phrases("stop_words") {
			common[stem(word)] = true
		}
		all[lang] = &reader{between.NewReader(x), names, x.Words("attribution"), common}
	}
	return all
}

// compare returns the kinds of changes between two texts of one language.
func (r *reader) compare(was, is *site.Passage) []string {
	kinds := []string{"text"}
	if few(was.Text, is.Text) {
		kinds = append(kinds, "wording")
	}
	if r == nil {
		return kinds
	}
	old, now := r.said(was), r.said(is)
	for _, w := range Weights {
		if w.Kind == "contact" && len(old[w.Kind]) == 0 {
			continue // a link where there was none
		}
		if !slices.Equal(old[w.Kind], now[w.Kind]) {
			kinds = append(kinds, w.Kind)
		}
	}
	if len(now["negation"]) > 0 && r.turned(was.Text, is.Text) {
		kinds = append(kinds, "negation")
	}
	if len(r.attribution.Find(is.Text)) < len(r.attribution.Find(was.Text)) || !slices.Equal(r.speakers(was.Text), r.speakers(is.Text)) {
		kinds = append(kinds, "attribution")
	}
	return kinds
}

// speakers lists the names right before and right after words of attribution, in order.
func (r *reader) speakers(said string) (names []string) {
	for _, m := range r.attribution.Find(said) {
		before, after := strings.Fields(said[:m.From]), strings.Fields(said[m.To:])
		for _, word := range slices.Concat(before[max(0, len(before)-1):], after[:min(1, len(after))]) {
			if c, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(c) {
				names = append(names, strings.TrimRight(word, ".,;:"))
			}
		}
	}
	return names
}

// turned reports whether a sentence with a word that denies has the words of one that
// is gone, in another order: what is denied may be what was not.
func (r *reader) turned(was, is string) bool {
	for _, s := range text.Sentences(is) {
		now := s.Of(is)
		if strings.Contains(was, now) || len(r.said(&site.Passage{Text: now})["negation"]) == 0 {
			continue
		}
		for _, o := range text.Sentences(was) {
			if old := o.Of(was); !strings.Contains(is, old) && slices.Equal(ordered(old), ordered(now)) {
				return true
			}
		}
	}
	return false
}

// ordered returns the words of a text in the order of the alphabet.
func ordered(s string) []string {
	return slices.Sorted(strings.FieldsFuncSeq(strings.ToLower(s), isNoWord))
}

// said lists, by the kind of change it would be, what a text says in order.
func (r *reader) said(p *site.Passage) map[string][]string {
	said := map[string][]string{}
	for _, f := range r.Facts([]*site.Passage{p}) {
		if kind := weighs.Facts[f.Kind]; kind != "" && (!f.IsLoose() || slices.Contains(weighs.Closely, f.Kind)) {
			said[kind] = append(said[kind], f.Kind+" "+f.Key)
		}
	}
	for _, l := range linksOf(p) {
		scheme, _ := md.SplitDest(l.Dest)
		if kind := weighs.Schemes[scheme]; kind != "" {
			said[kind] = append(said[kind], r.names.target(p.Page, l.Dest)+" "+l.Text)
		}
	}
	return said
}

func linksOf(p *site.Passage) (links []md.Link) {
	if p.Para == nil {
		return nil
	}
	for _, i := range p.Para.Links {
		links = append(links, p.Page.Doc.Links[i])
	}
	return links
}

// fewWords is how many words a change has that is easily overlooked.
const fewWords = 4

func few(was, is string) bool {
	_, a, b := differing(was, is)
	return len(a) <= fewWords && len(b) <= fewWords
}

// differing returns the words that both texts begin with, and those of each
// between what both begin and end with.
func differing(was, is string) (both, a, b []string) {
	a, b = strings.Fields(was), strings.Fields(is)
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		both, a, b = append(both, a[0]), a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return both, a, b
}

// around is how many words are shown before and after a change.
const around = 2

// change tells in one line how a text changed, amid the words around it.
func change(was, is string) string {
	both, a, b := differing(was, is)
	before, after := both[max(0, len(both)-around):], strings.Fields(is)[len(both)+len(b):]
	after = after[:min(around, len(after))]
	return fmt.Sprintf("%q → %q", short(before, a, after), short(before, b, after))
}

// most is how many words of a change are shown.
const most = 16

func short(before, words, after []string) string {
	words = slices.Concat(before, words, after)
	if len(words) > most {
		words = append(words[:most], "…")
	}
	return strings.Join(words, " ")
}

// news returns which part of the words of a text, but for the common ones,
// are not in another.
func (r *reader) news(was, is string) float64 {
	known := map[string]bool{}
	for word := range strings.FieldsFuncSeq(was, isNoWord) {
		known[stem(word)] = true
	}
	all, fresh := 0, 0
	for word := range strings.FieldsFuncSeq(is, isNoWord) {
		if r != nil && r.common[stem(word)] {
			continue
		}
		all++
		if !known[stem(word)] {
			fresh++
		}
	}
	return float64(fresh) / float64(max(1, all))
}

func isNoWord(c rune) bool {
	return !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '\'' && c != '’'
}

// stem returns what the forms of most words have in common.
func stem(word string) string {
	letters := []rune(strings.ToLower(word))
	return string(letters[:min(len(letters), 5)])
}
