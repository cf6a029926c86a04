package check

import (
	"slices"
	"strings"
	"unicode"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(SafetyRules, Error, Rule{
	ID:    "word-disguised",
	Title: "a word of a list, the name of a group or a number in disguise: in capitals, spaced out, with digits or foreign letters for its own",
	Why:   "Written so, no list and no search finds it, and the help that belongs with it does not come. Platforms block the plain word, so people paste the other.",
	Wrong: "G.e.h.e.i.m of geh3im, waar geheim een woord van een lijst is.",
	Right: "geheim",
	Mend:  "write the word as it is, and then see what its rule says. Looked for are the words of the lists `deny`, `avoid` and `crisis` (data/lexicon/<lang>.yaml), the names of groups and the short numbers of contacts; words that mix two alphabets, and digits of another one, are reported whatever they are.",
	Source: func(p *Pass) {
		hidden := site.ByLanguage(p.Site, func(lang string) *text.Phrases { return text.NewPhrases(listedWords(p, lang)) })
		names := namesSpelt(p)
		for t := range p.Passages() {
			odd := text.Disguised(t.Text)
			reportSpelt(p, t, odd, names[t.Lang])
			reportDisguised(p, t, odd, hidden[t.Lang])
		}
	},
})

// spelt is what is written in one or more ways, by its letters and digits
// in a row.
type spelt map[string][]string

func (s spelt) add(name string) {
	s[text.Spelt(name)] = append(s[text.Spelt(name)], text.Normal(name))
}

// namesSpelt returns, by language, the names of groups and the short
// numbers of contacts.
func namesSpelt(p *Pass) map[string]spelt {
	return site.ByLanguage(p.Site, func(lang string) spelt {
		all := spelt{}
		for _, id := range p.Config.Params.Groups.Terms {
			if term := p.Term(id); term != nil && term.In(lang) != nil {
				for _, name := range append(term.In(lang).Names(), id) {
					all.add(name)
				}
			}
		}
		for number := range contactsByPhone(p) {
			if len(number) <= maxShort {
				all[number] = append(all[number], number, strings.Join(strings.Split(number, ""), ".")) // 1.1.2 may be a section
			}
		}
		return all
	})
}

// reportSpelt reports a name or number that is not written as it is: 7.6.4,
// N L M, 1 1 2, O8OO. Places in a source are numbered so too.
func reportSpelt(p *Pass, t *site.Passage, odd []text.Range, names spelt) {
	if t.Kind == "locator" {
		return
	}
	for _, r := range odd {
		found := r.Of(t.Text)
		for _, word := range []string{text.Spelt(found), text.InDigits(text.Spelt(found))} {
			written := names[word]
			if len(word) >= 3 && len(written) > 0 && !slices.Contains(written, text.Normal(found)) && !t.IsCode(r.From) {
				p.Report(t.At(r.From), "write the word as it is", "%q is %q in disguise", found, written[0])
				return
			}
		}
	}
}

// listedWords returns the words that other rules look for, folded, and of
// what is never or seldom written also phrases, as one word.
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

func reportDisguised(p *Pass, t *site.Passage, odd []text.Range, hidden *text.Phrases) {
	for _, one := range odd {
		for _, r := range append([]text.Range{one}, text.Beside(t.Text, one)...) {
			plain := text.Undisguised(r.Of(t.Text))
			if m := hidden.Find(plain); len(m) > 0 && !t.IsCode(r.From) {
				p.Report(t.At(r.From), "write the word as it is", "%q is %q in disguise", r.Of(t.Text), m[0].Of(plain))
				return
			}
		}
	}
	if digits, found := text.OddDigits(t.Text); found {
		p.Report(t.At(digits.From), "write plain digits", "%q is no number as readers and rules know it", digits.Of(t.Text))
		return
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
