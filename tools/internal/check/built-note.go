package check

import (
	"strings"

	"comwijzer/tools/internal/built"
	"comwijzer/tools/internal/diag"
)

// actionID is the id of the part of a page that says what one can do.
const actionID = "wat-nu"

var _ = register(Rule{
	ID:       "built-note",
	Title:    "a sensitive page that is rendered without its note, or without a way past",
	Why:      "Who does not want to read on must be able to go straight to what can be done (ESP-25).",
	Wrong:    `<main><h1>Vallen</h1><p>…`,
	Right:    `<main><h1>Vallen</h1><p>Deze pagina gaat over ongelukken.</p><a href="#wat-nu" data-skip>…`,
	Mend:     "let the layout show page/note.html. Its link leads to the heading {#" + actionID + "} of the page, and where that is not there to the page on whom to call. The page of a term needs none: it is short.",
	Severity: diag.Error,
	Built: func(p *BuiltPass) {
		for _, source := range p.Source.Pages {
			page := p.Site.Page(p.Source.URL(source))
			if page == nil || source.Front.Map()["sensitive"] != true || source.Type == "begrip" {
				continue
			}
			if note := fold(source.Text("note")); note != "" && !shows(page, note) {
				p.Report(page.Lang.Position, "show it before the text", "the note of the page is not shown")
			}
			if !hasData(page, "data-skip") {
				p.Report(page.Lang.Position, "show a link with data-skip before the text", "no way past the text to what can be done")
			}
		}
	},
})

func shows(page *built.Page, folded string) bool {
	for _, text := range page.Texts {
		if text.Shown && strings.Contains(fold(text.Value), folded) {
			return true
		}
	}
	return false
}

func pageLinksTo(page *built.Page, dest string) bool {
	for _, link := range page.Links {
		if link.Dest == dest {
			return true
		}
	}
	return false
}
