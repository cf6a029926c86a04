package check

import (
	"comwijzer/tools/internal/built"
	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/site"
)

var _ = register(Rule{
	ID:       "built-caution",
	Title:    "the page of a term that needs caution with a picture, or without help",
	Why:      "Such a page is there to recognise, not to teach: one sentence, whom to call, and what one can do (ESP-28).",
	Wrong:    `<h1>…</h1><p>…</p><img src="voorbeeld.png">`,
	Right:    `<h1>…</h1><p><a href="tel:112">…<a href="tel:113">…</p><p>…</p><section><h2 id="what-now">…<a href="/handelen/…">`,
	Mend:     "let the layout of terms show records/help.html and terms/what-to-do.html, and no picture. The definition of such a term has at most 40 words: see definition-long.",
	Set:      SafetyRules,
	Severity: Error,
	Safety:   true,
	Page: func(p *BuiltPass) func(*built.Page) {
		lines, actionID := p.Source.HelpLines(), p.Source.PartID(whatNow)
		return p.fromSource(func(page *built.Page, source *site.Page) {
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
