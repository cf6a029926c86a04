package check

import (
	"slices"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

// together finds sentences in which words of several lists stand together.
type together struct {
	lists  []*text.Phrases
	unless *text.Phrases
}

// newTogether takes the lexicon's lists by their keys, several keys for one
// list together. A sentence with a word of the list unless is left alone.
func newTogether(x *site.Lexicon, unless string, lists ...[]string) *together {
	g := &together{unless: wordsOf(x, unless)}
	for _, keys := range lists {
		g.lists = append(g.lists, wordsOf(x, keys...))
	}
	return g
}

// wordsOf makes the lists of a lexicon ready to be found.
func wordsOf(x *site.Lexicon, keys ...string) *text.Phrases {
	var words []string
	for _, key := range keys {
		words = append(words, x.Phrases(key)...)
	}
	for _, word := range slices.Clone(words) { // of three letters or fewer, also at the head of a sentence
		if len(word) <= 3 && word != "" {
			words = append(words, text.Capitalised(word))
		}
	}
	found := text.NewPhrases(words)
	found.Hyphens = true
	return found
}

// each visits the sentences of a text that hold a word of every list, with the
// first word of each. Most texts hold none of the first list, and cost little.
func (g *together) each(t *runningText, visit func(words []text.Mention)) {
	if len(g.lists[0].Find(t.text)) == 0 {
		return
	}
	for _, s := range text.Sentences(t.text) {
		if words := g.in(t, s); words != nil {
			visit(words)
		}
	}
}

// in gives the first word of each list in a sentence, nil when one has none.
func (g *together) in(t *runningText, s text.Range) []text.Mention {
	sentence := t.text[s.From:s.To]
	var words []text.Mention
	for _, list := range g.lists {
		found := slices.DeleteFunc(list.Find(sentence), func(m text.Mention) bool { return t.code(s.From + m.From) })
		if len(found) == 0 {
			return nil
		}
		words = append(words, text.Mention{Range: text.Range{From: s.From + found[0].From, To: s.From + found[0].To}, Phrase: found[0].Phrase})
	}
	if len(g.unless.Find(sentence)) > 0 {
		return nil
	}
	return words
}

// eachTogether visits the site's own words, but for those about the site
// itself, with what a language says stands together.
func eachTogether(p *Pass, unless string, lists [][]string, visit func(t *runningText, words []text.Mention)) {
	by := map[string]*together{}
	for _, lang := range p.Languages {
		by[lang] = newTogether(p.Lexicon(lang), unless, lists...)
	}
	eachOwnText(p, func(t *runningText) {
		if !t.colophon {
			by[t.lang].each(t, func(words []text.Mention) { visit(t, words) })
		}
	})
}

// word gives the text of a mention.
func (t *runningText) word(m text.Mention) string { return t.text[m.From:m.To] }
