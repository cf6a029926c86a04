package check

import (
	"strings"
	"unicode"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "word-disguised",
	Title:    "a word of a list in disguise: in capitals, spaced out, with digits or foreign letters for its own",
	Why:      "Written so, no list and no search finds it, and the help that belongs with it does not come. Platforms block the plain word, so people paste the other.",
	Wrong:    "G.e.h.e.i.m of geh3im, waar geheim een woord van een lijst is.",
	Right:    "geheim",
	Mend:     "write the word as it is, and then see what its rule says. Looked for are the words of the lists `deny`, `avoid` and `crisis` (data/lexicon/<lang>.yaml) and the names of groups; words that mix two alphabets are reported whatever they are.",
	Set:      SafetyRules,
	Severity: Error,
	Source: func(p *Pass) {
		hidden := site.ByLanguage(p.Site, func(lang string) *text.Phrases { return text.NewPhrases(listedWords(p, lang)) })
		for t := range p.Passages() {
			if t.Kind != "line" || t.Page == nil {
				reportDisguised(p, t, hidden[t.Lang])
			}
		}
	},
})

// listedWords returns the words that other rules look for, folded, and of what is never or
// seldom written also phrases, as one word.
func listedWords(p *Pass, lang string) (words []string) {
	add := func(word string) {
		if len(word) >= 6 && !strings.Contains(word, " ") {
			words = append(words, word)
		}
	}
	for _, list := range []string{"deny", "avoid"} {
		for _, entry := range p.Lexicon(lang).Unwanted(list) {
			if len(entry.With) == 0 {
				add(strings.ReplaceAll(text.Fold(entry.Word), " ", ""))
			}
		}
	}
	for _, word := range p.Lexicon(lang).Phrases("crisis") {
		add(text.Fold(word))
	}
	return words
}

func reportDisguised(p *Pass, t *site.Passage, hidden *text.Phrases) {
	for _, odd := range text.Disguised(t.Text) {
		for _, r := range append([]text.Range{odd}, text.Beside(t.Text, odd)...) {
			plain := text.Undisguised(r.Of(t.Text))
			if m := hidden.Find(plain); len(m) > 0 && !t.IsCode(r.From) {
				p.Report(t.At(r.From), "write the word as it is", "%q is %q in disguise", r.Of(t.Text), m[0].Of(plain))
				return
			}
		}
	}
	if !text.MixesAlphabets(t.Text) {
		return // nearly every text
	}
	for _, word := range strings.FieldsFunc(t.Text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if text.MixesAlphabets(word) {
			p.Report(t.At(strings.Index(t.Text, word)), "type it again in one alphabet", "%q mixes letters of two alphabets", word)
			return
		}
	}
}
