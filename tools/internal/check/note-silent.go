package check

import (
	"iter"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "note-silent",
	Title:    "a note that is silent on the gravest thing that its page speaks of",
	Why:      "Who is vulnerable to that decides by the note whether to read on (ESP-25): a note that names everything else lets them walk into it.",
	Wrong:    "note: Deze pagina gaat over herstel.   # below: ## [a word of the list]",
	Right:    "note: Deze pagina gaat over herstel en noemt [the word].",
	Mend:     "name it in the note, in neutral words. Looked at are sensitive pages on which a heading, or several paragraphs, hold a word of the list `crisis` in data/lexicon/<lang>.yaml.",
	Set:      SafetyRules,
	Severity: Error,
	Safety:   true,
	Source: func(p *Pass) {
		words := p.CrisisWords()
		for _, page := range p.Pages {
			if page.Sensitive && page.Note != "" && !words[page.Lang].Has(page.Note) && speaksOf(page.Passages(), words[page.Lang]) {
				p.Report(page.Front.Doc.Position("/note"), "name it in the note, in neutral words", "the page speaks of what the list `crisis` is about, and its note does not say so")
			}
		}
	},
})

// severalParagraphs is how many speak of something before a page is about it.
const severalParagraphs = 3

// speaksOf reports whether a heading or several paragraphs hold one of the words.
func speaksOf(passages iter.Seq[*site.Passage], words *text.Phrases) bool {
	n := 0
	for t := range passages {
		switch {
		case !words.Has(t.Text):
		case t.Kind == "heading":
			return true
		case t.Para != nil:
			n++
		}
	}
	return n >= severalParagraphs
}
