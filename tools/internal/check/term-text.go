package check

import (
	"slices"
	"strings"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(GlossaryRules, Error, Rule{
	ID:    "term-text",
	Title: "a link to a term whose text is no form of that term",
	Why:   "The text promises one word and the page explains another; a listed form also lets search and exports find the word.",
	Wrong: `[band](term:velg)`,
	Right: `[stalen velg](term:velg)`,
	Mend:  "write one of the term's forms in that language, or add the word to its forms. What differs from a form in an ending alone (`endings` in data/lexicon/<lang>.yaml: afperst, perste af) is the same word; what begins like a word of a form may be one that nobody wrote down yet, and is a warning.",
	Source: func(p *Pass) {
		for use := range p.Uses("term") {
			if t := p.Term(use.ID); t != nil && use.Link != nil && t.In(use.Page.Lang) != nil {
				reportTermText(p, use.Ref, t.In(use.Page.Lang).Names(), p.Lexicon(use.Page.Lang).Phrases("endings"))
			}
		}
	},
})

func reportTermText(p *Pass, ref site.Ref, forms, endings []string) {
	words := strings.Join(strings.Fields(ref.Text), " ")
	if words == "" || slices.ContainsFunc(forms, func(form string) bool { return strings.EqualFold(form, words) || isInflected(words, form, endings) }) {
		return
	}
	report := p.Report
	if slices.ContainsFunc(forms, func(form string) bool { return sharesWord(words, form) }) {
		report = p.As(Warning).Report
	}
	report(ref.Position, text.DidYouMean(words, forms, "forms: "+strings.Join(forms, ", ")), "%q is no form of term %q", words, ref.ID)
}

// shortestStem is how many bytes two forms of a word have in common.
const shortestStem = 4

// isInflected reports whether two words differ in their endings alone; a
// verb may stand apart, as in "perste af".
func isInflected(word, form string, endings []string) bool {
	if verb, rest, apart := strings.Cut(word, " "); apart && !strings.Contains(form, " ") {
		word = rest + verb
	}
	stems := stemsOf(form, endings)
	return slices.ContainsFunc(stemsOf(word, endings), func(stem string) bool { return slices.Contains(stems, stem) })
}

// stemsOf returns what a word may be without an ending, and itself.
func stemsOf(word string, endings []string) []string {
	word = strings.ToLower(word)
	stems := []string{word}
	for _, ending := range endings {
		if stem, has := strings.CutSuffix(word, ending); has && len(stem) >= shortestStem {
			stems = append(stems, stem)
		}
	}
	return stems
}
