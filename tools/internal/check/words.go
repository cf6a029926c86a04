package check

import (
	"iter"
	"strings"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

// Words returns lists of the lexicons, ready to be found, by language.
func (p *Pass) Words(lists ...string) map[string]*text.Phrases {
	words := map[string]*text.Phrases{}
	for _, lang := range p.Languages {
		words[lang] = p.Lexicon(lang).Words(lists...)
	}
	return words
}

// Together visits the sentences in the site's own words, but for those about
// the site itself, that hold a word of every list, with the first word of each.
// A list is one of the lexicon's, or several with spaces between their names; a
// sentence with a word of the list unless is left alone.
func (p *Pass) Together(unless string, lists ...string) iter.Seq2[*site.Passage, []text.Mention] {
	by := map[string]*text.Cooccurrence{}
	for _, lang := range p.Languages {
		by[lang] = &text.Cooccurrence{Unless: p.Lexicon(lang).Words(unless)}
		for _, list := range lists {
			by[lang].Lists = append(by[lang].Lists, p.Lexicon(lang).Words(strings.Fields(list)...))
		}
	}
	return func(yield func(*site.Passage, []text.Mention) bool) {
		for t := range p.Passages() {
			for words := range by[t.Lang].Find(t.Text, t.IsCode) {
				if !p.IsColophon(t.Page) && !yield(t, words) {
					return
				}
			}
		}
	}
}
