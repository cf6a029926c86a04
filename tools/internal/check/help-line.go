package check

import (
	"slices"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(SafetyRules, Error, Rule{
	ID:      "help-line",
	Title:   "a page with a word of the list `crisis` that is not marked sensitive, or whose contacts lack a help line",
	Why:     "Somebody who reads about it may be thinking of it. The mark puts the help line beside the text, and the choice to skip it (ESP-05, ESP-25).",
	Wrong:   "title: Controle\ntype: explainer\n---\n… [word of the list] …",
	Right:   "title: Controle\ntype: explainer\nsensitive: true\nnote: Deze pagina gaat over …\n---\n… [word of the list] …",
	Mend:    "set sensitive: true, and write a note of one sentence. A term with status caution needs neither. The words are the list `crisis` in data/lexicon/<lang>.yaml; names of organisations that hold one are the list `crisis_names`. Where such a page lists contacts, the first two of the help strip are among them.",
	Safety:  true,
	Absence: true,
	Source: func(p *Pass) {
		words := p.CrisisWords()
		for _, page := range p.Pages {
			switch at, word := firstOf(page, words[page.Lang]); {
			case word == "" || p.IsColophon(page):
			case !isSensitive(page):
				p.Report(at, "set sensitive: true, with a note", "%q on a page that is not marked sensitive", word)
			default:
				reportUnlisted(p, page, word)
			}
		}
	},
})

// firstOf returns the first of the words on a page that is no code, and its
// place.
func firstOf(page *site.Page, words *text.Phrases) (at diag.Position, word string) {
	for t := range page.Passages() {
		if found := words.Find(t.Text); len(found) > 0 && !t.IsCode(found[0].From) {
			return t.At(found[0].From), found[0].Of(t.Text)
		}
	}
	return at, ""
}

// reportUnlisted reports a help line that is in none of the lists of
// contacts on a page.
func reportUnlisted(p *Pass, page *site.Page, word string) {
	var listed []string
	var at diag.Position
	for _, b := range page.ReadBlocks() {
		var ids []string
		if b.Fence.Kind == "contacts" && b.Decode("/ids", &ids) == nil {
			listed, at = append(listed, ids...), b.Position("/ids")
		}
	}
	for _, c := range p.HelpLines() {
		if len(listed) > 0 && !slices.Contains(listed, c.ID) {
			p.Report(at, "add "+c.ID, "the page has %q, and its contacts lack %q", word, c.ID)
		}
	}
}

// isSensitive reports whether a page is marked to show the help line.
func isSensitive(page *site.Page) bool {
	return page.Sensitive || page.Entry != nil && page.Entry.Term.Status != glossary.Publish
}
