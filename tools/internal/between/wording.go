package between

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

// wording is how a site translates its words from one language into another
// and back. It knows none of them, but which of them stand beside each
// other in texts and their translations.
type wording struct {
	texts [2][]*site.Passage       // of either language, each with its translation
	words [2][][]string            // of each text: beginnings
	in    [2]map[string][]int      // by such a beginning: the texts that have it
	usual [2]map[string]renderings // where they were asked for
}

// renderings are beginnings of words of which translations have one, where
// a text has a word: that of most texts first.
type renderings struct {
	words []string
	texts int // how many have one
}

// How words are counted: found on this site, and on mistakes that others
// made in it (docs/adr/0018).
const (
	shortWord = 3   // letters of the shortest that is counted
	wordStem  = 5   // first letters, which forms of a word have in common
	fewTexts  = 6   // other ones that have a word, or nothing is known of it
	fewWords  = 5   // by which one is rendered
	oneIn     = 50  // of the other texts with a word may be without any of these in its translation
	byChance  = 4.0 // times as often as by chance a rendering stands beside a word
)

func newWording(all []Pair, lead, other string) *wording {
	w := &wording{}
	for side := range w.in {
		w.in[side], w.usual[side] = map[string][]int{}, map[string]renderings{}
	}
	known := map[[2]string]bool{}
	for _, p := range all {
		if p.Lead.Lang != lead || p.Other.Lang != other || len(p.Lead.Texts) != len(p.Other.Texts) {
			continue
		}
		for i, theirs := range p.Lead.Texts {
			ours := p.Other.Texts[i]
			if both := [2]string{theirs.Text, ours.Text}; theirs.Text != ours.Text && !known[both] {
				known[both] = true
				w.add(theirs, ours)
			}
		}
	}
	return w
}

func (w *wording) add(both ...*site.Passage) {
	for side, p := range both {
		words := stems(p)
		for _, word := range words {
			w.in[side][word] = append(w.in[side][word], len(w.texts[side]))
		}
		w.texts[side], w.words[side] = append(w.texts[side], p), append(w.words[side], words)
	}
}

// stems returns the beginnings of the words of some texts, each once.
func stems(texts ...*site.Passage) (all []string) {
	for _, p := range texts {
		all = append(all, text.Beginnings(p.Text, shortWord, wordStem)...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// Word is a word for which a translation has nothing, as it is written, and
// one that it is translated with elsewhere.
type Word struct {
	Text, Usual string
	texts       int // in which it is
}

// mostWords is how many such words are told of a text: those that most
// others have.
const mostWords = 4

// listed tells words in a line.
func listed(words []Word) string {
	var all []string
	for _, w := range words[:min(len(words), mostWords)] {
		all = append(all, fmt.Sprintf("%q (%q)", w.Text, w.Usual))
	}
	return strings.Join(all, ", ")
}

// wordings are known by the language that does not lead. How words are
// translated is only counted where they are asked for.
type wordings map[string]*wording

// unanswered returns the words of what changed in one language for which
// the other has none of those that they are translated with elsewhere, and
// the other way round: those of most texts first.
func (all wordings) unanswered(pairs []Pair, d Drift) (words []Word) {
	if d.LeadChanged && d.OtherChanged {
		return nil
	}
	if all[d.Other.Lang] == nil {
		all[d.Other.Lang] = newWording(pairs, d.Lead.Lang, d.Other.Lang)
	}
	for _, pair := range d.altered() {
		words = append(words, all[d.Other.Lang].unanswered(pair)...)
	}
	slices.SortStableFunc(words, func(a, b Word) int { return b.texts - a.texts })
	return words
}

func (w *wording) unanswered(pair Pair) (words []Word) {
	both := [2][]*site.Passage{pair.Lead.Texts, pair.Other.Texts}
	for side, texts := range both {
		theirs := stems(both[1-side]...)
		for _, stem := range stems(texts...) {
			usual, others := w.renderings(side, stem), len(w.in[side][stem])-1
			has := func(word string) bool { return slices.Contains(theirs, word) }
			if len(usual.words) > 0 && oneIn*(others-usual.texts) <= others && !slices.ContainsFunc(usual.words, has) {
				words = append(words, Word{wordIn(stem, texts...), w.rendering(side, stem, usual.words[0]), others})
			}
		}
	}
	return words
}

// renderings returns the words that the translations of texts with a word
// have.
func (w *wording) renderings(side int, word string) renderings {
	usual, known := w.usual[side][word]
	if known || len(w.in[side][word])-1 < fewTexts {
		return usual
	}
	having := w.in[side][word]
	beside := w.counted(1-side, having)
	for left := having; len(usual.words) < fewWords; {
		best, most := "", 0.0
		for other, n := range w.counted(1-side, left) {
			times := float64(beside[other]*len(w.texts[side])) / float64(len(having)*len(w.in[1-side][other]))
			if n < 2 || times < byChance {
				continue
			}
			if weight := float64(n) * math.Log(times); cmp.Or(cmp.Compare(weight, most), cmp.Compare(best, other)) > 0 {
				best, most = other, weight
			}
		}
		if best == "" {
			break
		}
		usual.words = append(usual.words, best)
		left = slices.DeleteFunc(slices.Clone(left), func(i int) bool { return slices.Contains(w.words[1-side][i], best) })
		usual.texts = len(having) - len(left)
	}
	w.usual[side][word] = usual
	return usual
}

// counted returns how many of some texts have each word.
func (w *wording) counted(side int, texts []int) map[string]int {
	in := map[string]int{}
	for _, i := range texts {
		for _, word := range w.words[side][i] {
			in[word]++
		}
	}
	return in
}

// rendering returns the word with which another is translated, in the first
// text that has both.
func (w *wording) rendering(side int, word, other string) string {
	i := slices.IndexFunc(w.in[side][word], func(i int) bool { return slices.Contains(w.words[1-side][i], other) })
	return wordIn(other, w.texts[1-side][w.in[side][word][i]])
}

// wordIn returns the first word of some texts that begins so.
func wordIn(stem string, texts ...*site.Passage) string {
	for _, p := range texts {
		for _, r := range wordsOf(p.Text, shortWord) {
			if slices.Contains(text.Beginnings(r.Of(p.Text), shortWord, wordStem), stem) {
				return r.Of(p.Text)
			}
		}
	}
	return stem
}
