package check

import (
	"slices"
	"strings"

	"comwijzer/tools/internal/built"
	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(SafetyRules, Error, Rule{
	ID:     "built-caution",
	Title:  "the page of a term that needs caution with a picture or without help, a sensitive page without its note or a way past, or signals without their caution",
	Why:    "Such a page is there to recognise, not to teach: one sentence, whom to call, and what one can do (ESP-28). Who does not want to read on must be able to go straight to what can be done (ESP-25). A list of signals without the sentence that one signal is no proof is a checklist (ESP-17).",
	Wrong:  `<h1>…</h1><p>…</p><img src="voorbeeld.png">`,
	Right:  `<h1>…</h1><p><a href="tel:112">…<a href="tel:113">…</p><p>…</p><section><h2 id="what-now">…<a href="/handelen/…">`,
	Mend:   "let the layout of terms show records/help.html and terms/what-to-do.html, and no picture. The definition of such a term has at most 40 words: see definition-long. Let the layout show page/note.html. Its link leads to the part what-now of the page, and where that is not there to the page on whom to call. A page that begins with that heading needs no link: the note comes after its steps. The page of a term needs none: it is short. Let blocks/signals.html begin with the sentence, in an element with data-caution.",
	Safety: true,
	Page: func(p *BuiltPass) func(*built.Page) {
		lines, actionID := p.Source.HelpLines(), p.Source.PartID(whatNow)
		return p.fromSource(func(page *built.Page, source *site.Page) {
			reportNote(p, page, source)
			reportSignals(p, page, source)
			if source.Entry == nil || source.Entry.Term.Status != glossary.Caution {
				return
			}
			term := source.Entry.Term.ID
			for _, picture := range page.Pictures {
				p.Report(picture.Position, "leave it out", "a picture on the page of term %q: <%s>", term, picture.Value)
			}
			missing := lines
			for _, part := range page.Passages {
				missing = missing.Without(part.Calls)
			}
			if len(missing) > 0 {
				p.Report(page.Lang.Position, "show the help line", "the page of term %q does not show %s", term, missing)
			}
			if !page.HasID(actionID) {
				p.Report(page.Lang.Position, "show what one can do, with id \""+actionID+"\"", "the page of term %q does not say what one can do", term)
			}
		})
	},
})

// reportNote reports a sensitive page that does not show its note, or no
// way past.
func reportNote(p *BuiltPass, page *built.Page, source *site.Page) {
	if !source.Sensitive || source.Entry != nil {
		return
	}
	if note := text.Fold(source.Note); note != "" && !shows(page, note) {
		p.Report(page.Lang.Position, "show it before the text", "the note of the page is not shown")
	}
	if !page.HasData("data-skip") && !beginsWithAction(p.Source, source) {
		p.Report(page.Lang.Position, "show a link with data-skip before the text", "no way past the text to what can be done")
	}
}

// beginsWithAction reports whether what can be done is the first part of a
// page.
func beginsWithAction(s *site.Site, page *site.Page) bool {
	return len(page.Doc.Headings) > 0 && page.Doc.Headings[0].ID == s.PartID(whatNow)
}

func shows(page *built.Page, folded string) bool {
	return slices.ContainsFunc(page.Texts, func(t built.Text) bool { return t.Shown && strings.Contains(text.Fold(t.Value), folded) })
}

// reportSignals reports blocks of signals without the sentence that one is
// no proof.
func reportSignals(p *BuiltPass, page *built.Page, source *site.Page) {
	blocks := 0
	for _, b := range source.Doc.Blocks {
		if b.Kind == "signals" {
			blocks++
		}
	}
	cautions := 0
	for _, d := range page.Data {
		if d.Name == "data-caution" {
			cautions++
		}
	}
	if cautions < blocks {
		p.Report(page.Lang.Position, "show the sentence with every block", "%d blocks of signals, %d with the sentence that a signal is no proof", blocks, cautions)
	}
}
