package check

import (
	"strings"

	"comwijzer/tools/internal/built"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "built-note",
	Title:    "a sensitive page that is rendered without its note, or without a way past",
	Why:      "Who does not want to read on must be able to go straight to what can be done (ESP-25).",
	Wrong:    `<main><h1>Vallen</h1><p>…`,
	Right:    `<main><h1>Vallen</h1><p>Deze pagina gaat over ongelukken.</p><a href="#what-now" data-skip>…`,
	Mend:     "let the layout show page/note.html. Its link leads to the part what-now of the page, and where that is not there to the page on whom to call. A page that begins with that heading needs no link: the note comes after its steps. The page of a term needs none: it is short.",
	Set:      SafetyRules,
	Severity: Error,
	Safety:   true,
	Page: func(p *BuiltPass) func(*built.Page) {
		return p.fromSource(func(page *built.Page, source *site.Page) {
			if !source.Sensitive || source.Entry != nil {
				return
			}
			if note := text.Fold(source.Note); note != "" && !shows(page, note) {
				p.Report(page.Lang.Position, "show it before the text", "the note of the page is not shown")
			}
			if !page.HasData("data-skip") && !beginsWithAction(p.Source, source) {
				p.Report(page.Lang.Position, "show a link with data-skip before the text", "no way past the text to what can be done")
			}
		})
	},
})

// beginsWithAction reports whether what can be done is the first part of a page.
func beginsWithAction(s *site.Site, page *site.Page) bool {
	return len(page.Doc.Headings) > 0 && page.Doc.Headings[0].ID == s.PartID(whatNow)
}

func shows(page *built.Page, folded string) bool {
	for _, t := range page.Texts {
		if t.Shown && strings.Contains(text.Fold(t.Value), folded) {
			return true
		}
	}
	return false
}
