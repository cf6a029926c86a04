// Package overlap finds the runs of words that one text shares with others:
// sentences that were taken over instead of written. It takes time in
// proportion to the length of the texts.
package overlap

import (
	"maps"
	"slices"
	"strings"
)

// Least is the number of words in a row that make a run.
const Least = 8

// Run is one run of words that a text shares with a text of the corpus.
type Run struct {
	Start, End int    // bytes in the text that was searched
	Count      int    // its words
	Text       string // the name of the text that has it too
}

// Corpus is the texts to compare with.
type Corpus struct {
	names []string
	ends  []int   // where in words each text ends
	words []int32 // all texts, a number per word, 0 between two texts
	ids   map[string]int32
	grams map[gram]int32 // the first place of each Least words in a row
}

type gram [Least]int32

// NewCorpus indexes texts by name.
func NewCorpus(texts map[string]string) *Corpus {
	c := &Corpus{ids: map[string]int32{}, grams: map[gram]int32{}}
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		from := len(c.words)
		for _, w := range words(texts[name]) {
			c.words = append(c.words, c.intern(w.folded))
		}
		for i := from; i+Least <= len(c.words); i++ {
			g := gram(c.words[i : i+Least])
			if _, seen := c.grams[g]; !seen {
				c.grams[g] = int32(i)
			}
		}
		c.words = append(c.words, 0)
		c.names, c.ends = append(c.names, name), append(c.ends, len(c.words))
	}
	return c
}

func (c *Corpus) intern(folded string) int32 {
	id, ok := c.ids[folded]
	if !ok {
		id = int32(len(c.ids) + 1)
		c.ids[folded] = id
	}
	return id
}

// Find returns the runs in text, in order, each as long as it is at the first
// place in the corpus that has its first words. Two runs may overlap.
func (c *Corpus) Find(text string) []Run {
	runs, _ := c.find(text)
	return runs
}

// find does the work of Find and counts its steps: characters and words that it
// looks at.
func (c *Corpus) find(text string) (runs []Run, steps int) {
	found, steps := split(text)
	ids := c.lookUp(found)
	for i := 0; i+Least <= len(ids); i++ {
		steps++
		place, ok := c.grams[gram(ids[i:i+Least])]
		if !ok {
			continue
		}
		n := c.length(ids[i:], int(place))
		steps += n
		runs = append(runs, Run{found[i].start, found[i+n-1].end, n, c.nameAt(int(place))})
		i += n - Least
	}
	return runs, steps
}

// lookUp returns the numbers of words, -1 for one that the corpus has not.
func (c *Corpus) lookUp(found []word) []int32 {
	ids := make([]int32, len(found))
	for i, w := range found {
		ids[i] = -1
		if id, ok := c.ids[w.folded]; ok {
			ids[i] = id
		}
	}
	return ids
}

// length counts the words that ids shares with the corpus from place on.
func (c *Corpus) length(ids []int32, place int) int {
	n := 0
	for n < len(ids) && place+n < len(c.words) && ids[n] == c.words[place+n] {
		n++
	}
	return n
}

func (c *Corpus) nameAt(place int) string {
	i, _ := slices.BinarySearch(c.ends, place+1)
	return c.names[i]
}

// Phrases are texts that anybody may use: titles and names.
type Phrases []string

// NewPhrases folds phrases.
func NewPhrases(phrases []string) Phrases {
	var out Phrases
	for _, p := range phrases {
		if f := joined(p); strings.Count(f, " ") > Least {
			out = append(out, f)
		}
	}
	return out
}

// Hold reports whether the whole of text is part of one of the phrases.
func (p Phrases) Hold(text string) bool {
	f := joined(text)
	return slices.ContainsFunc(p, func(phrase string) bool { return strings.Contains(phrase, f) })
}

// joined gives the folded words of text with a space around each.
func joined(text string) string {
	var b strings.Builder
	b.WriteByte(' ')
	for _, w := range words(text) {
		b.WriteString(w.folded + " ")
	}
	return b.String()
}
