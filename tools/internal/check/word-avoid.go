package check

import (
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(LanguageRules, Warning, Rule{
	ID:      "word-avoid",
	Title:   "a word that is better put otherwise, or never stands in running text",
	Why:     "Words that shock, blame or label draw attention to themselves, and away from what happened and what can be done. Some harm whom they speak of: they suggest what is not so.",
	Wrong:   "The gruesome truth about a sinister street.",
	Right:   "What happens in the street, and what you can do.",
	Mend:    "write what the hint says; wijzer check --fix does so where it fits any sentence. Quotations, titles of sources, the names in the entry's `except`, and for `deny` official names (of a law, say: what follows a word of `official`, as in 'Act on …') may hold the word. The lists are `avoid` and, for errors, `deny` in data/lexicon/<lang>.yaml.",
	ByWords: true,
	Safety:  true,
	Source: func(p *Pass) {
		avoid, deny := p.wordLists("avoid"), p.wordLists("deny")
		for lang, list := range deny {
			list.Names = p.Lexicon(lang).Words("official")
		}
		for t := range p.Passages() {
			for entry, word := range avoid[t.Lang].Find(t) {
				p.Fix(t.At(word.From), replacement(entry, t, word), "write: "+entry.Use, "%q in running text", word.Of(t.Text))
			}
			for entry, word := range deny[t.Lang].Find(t) {
				p.As(Error).Fix(t.At(word.From), replacement(entry, t, word), "write: "+entry.Use, "%q in running text", word.Of(t.Text))
			}
		}
	},
})

// replacement puts what the entry says in place of a word, where that fits
// any sentence.
func replacement(entry site.Unwanted, t *site.Passage, word text.Range) diag.Fix {
	if entry.Fix == "" || !t.IsOpen(word) {
		return diag.Fix{}
	}
	fix := diag.Fix{Old: word.Of(t.Text), New: entry.Fix}
	if fix.Old != entry.Word { // a capital, at the head of a sentence
		fix.New = text.Capitalised(entry.Fix)
	}
	return fix
}
