package check

import (
	"slices"
	"strings"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "term-text",
	Title:    "a link to a term whose text is no form of that term",
	Why:      "The text promises one word and the page explains another; a listed form also lets search and exports find the word.",
	Wrong:    `[band](term:velg)`,
	Right:    `[stalen velg](term:velg)`,
	Mend:     "write one of the term's forms in that language, or add the word to its forms.",
	Set:      GlossaryRules,
	Severity: Error,
	Source: func(p *Pass) {
		for use := range p.Uses("term") {
			if t := p.Term(use.ID); t != nil && use.Link != nil && t.In(use.Page.Lang) != nil {
				reportTermText(p, use.Ref, t.In(use.Page.Lang).Names())
			}
		}
	},
})

func reportTermText(p *Pass, ref site.Ref, forms []string) {
	words := strings.Join(strings.Fields(ref.Text), " ")
	if words == "" || slices.ContainsFunc(forms, func(form string) bool { return strings.EqualFold(form, words) }) {
		return
	}
	p.Report(ref.Position, text.DidYouMean(words, forms, "forms: "+strings.Join(forms, ", ")), "%q is no form of term %q", words, ref.ID)
}
