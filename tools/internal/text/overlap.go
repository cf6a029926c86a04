package text

import (
	"maps"
	"slices"
	"strings"
)

// LeastOverlap is the number of words in a row that make an overlap.
const LeastOverlap = 8

// Overlap is a run of words that a text shares with a text of the corpus: a
// sentence that was taken over instead of written.
type Overlap struct {
	Range         // in the text that was searched
	Count  int    // its words
	Source string // the name of the text that has it too
}

// Corpus is the texts to compare with. Making and searching one takes time
// in proportion to the length of the texts.
type Corpus struct {
	names []string
	ends  []int   // where in words each text ends
	words []int32 // all texts, a number per word, 0 between two texts
	ids   map[string]int32
	grams map[gram]int32 // the first place of each LeastOverlap words in a row
}

type gram [LeastOverlap]int32

// NewCorpus indexes texts by name.
func NewCorpus(texts map[string]string) *Corpus {
	c := &Corpus{ids: map[string]int32{}, grams: map[gram]int32{}}
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		from := len(c.words)
		for _, w := range foldedWords(texts[name]) {
			c.words = append(c.words, c.intern(w.folded))
		}
		for i := from; i+LeastOverlap <= len(c.words); i++ {
			g := gram(c.words[i : i+LeastOverlap])
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

// Find returns the runs in text, in order, each as long as it is at the
// first place in the corpus that has its first words. Two runs may overlap.
func (c *Corpus) Find(text string) []Overlap {
	runs, _ := c.find(text)
	return runs
}

// find does the work of Find and counts its steps: characters and words
// that it looks at.
func (c *Corpus) find(text string) (runs []Overlap, steps int) {
	found, steps := split(text)
	ids := c.lookUp(found)
	for i := 0; i+LeastOverlap <= len(ids); i++ {
		steps++
		place, ok := c.grams[gram(ids[i:i+LeastOverlap])]
		if !ok {
			continue
		}
		n := c.length(ids[i:], int(place))
		steps += n
		runs = append(runs, Overlap{Range{found[i].start, found[i+n-1].end}, n, c.nameAt(int(place))})
		i += n - LeastOverlap
	}
	return runs, steps
}

// lookUp returns the numbers of words, -1 for one that the corpus has not.
func (c *Corpus) lookUp(found []foldedWord) []int32 {
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

// FreeTexts are texts that anybody may use: titles and names.
type FreeTexts []string

// NewFreeTexts folds texts.
func NewFreeTexts(texts []string) (out FreeTexts) {
	for _, p := range texts {
		if f := joined(p); strings.Count(f, " ") > LeastOverlap {
			out = append(out, f)
		}
	}
	return out
}

// Hold reports whether the whole of text is part of one of the texts.
func (f FreeTexts) Hold(text string) bool {
	folded := joined(text)
	return slices.ContainsFunc(f, func(free string) bool { return strings.Contains(free, folded) })
}

// joined returns the folded words of text with a space around each.
func joined(text string) string {
	var b strings.Builder
	b.WriteByte(' ')
	for _, w := range foldedWords(text) {
		b.WriteString(w.folded + " ")
	}
	return b.String()
}
