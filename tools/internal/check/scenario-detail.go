package check

import "comwijzer/tools/internal/text"

var _ = register(Rule{
	ID:       "scenario-detail",
	Title:    "a number, place or profession in an invented case",
	Why:      "Ages, years, dates, house numbers, towns and professions make an invented case look like a real one, and a real one recognisable. For practice they are not needed.",
	Wrong:    "Een leerling van 15 is sinds 3 maart stil.",
	Right:    "Een leerling is sinds een paar weken stil.",
	Mend:     "leave the detail out, or say it in general words. A telephone number is a link to a contact. Towns and professions are the list `telling` in data/lexicon/<lang>.yaml.",
	Set:      SafetyRules,
	Severity: Error,
	Safety:   true,
	Source: func(p *Pass) {
		telling := p.Words("telling")
		for _, page := range p.Pages {
			if page.Type != "scenario" {
				continue
			}
			for i := range page.Doc.Paragraphs {
				para := &page.Doc.Paragraphs[i]
				for _, m := range telling[page.Lang].Find(para.Text) {
					p.Report(page.Doc.At(para, m.From), "say it in general words", "%q in an invented case", m.Of(para.Text))
				}
				for _, n := range text.Numbers(para.Text) {
					if page.Doc.LinkAt(para, n.From) == nil {
						p.Report(page.Doc.At(para, n.From), "leave it out", "number %q in an invented case", n.Of(para.Text))
					}
				}
			}
		}
	},
})
