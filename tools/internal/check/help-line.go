package check

import (
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "help-line",
	Title:    "a page with a word of the list `crisis` that is not marked sensitive",
	Why:      "Somebody who reads about it may be thinking of it. The mark puts the help line beside the text, and the choice to skip it (ESP-05, ESP-25).",
	Wrong:    "title: Controle\ntype: explainer\n---\n… [word of the list] …",
	Right:    "title: Controle\ntype: explainer\nsensitive: true\nnote: Deze pagina gaat over …\n---\n… [word of the list] …",
	Mend:     "set sensitive: true, and write a note of one sentence. A term with status caution needs neither. The words are the list `crisis` in data/lexicon/<lang>.yaml; names of organisations that hold one are the list `crisis_names`.",
	Set:      SafetyRules,
	Severity: diag.Error,
	Safety:   true,
	Source: func(p *Pass) {
		words := p.CrisisWords()
		for _, page := range p.Pages {
			if !isSensitive(page) && !p.IsColophon(page) {
				reportCrisis(p, page, words[page.Lang])
			}
		}
	},
})

func reportCrisis(p *Pass, page *site.Page, words *text.Phrases) {
	for t := range page.Passages() {
		if found := words.Find(t.Text); len(found) > 0 && !t.IsCode(found[0].From) {
			p.Report(t.At(found[0].From), "set sensitive: true, with a note", "%q on a page that is not marked sensitive", found[0].Of(t.Text))
			return
		}
	}
}

// isSensitive reports whether a page is marked to show the help line.
func isSensitive(page *site.Page) bool {
	return page.Sensitive || page.Entry != nil && page.Entry.Term.Status != glossary.Publish
}
