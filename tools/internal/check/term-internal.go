package check

import "comwijzer/tools/internal/glossary"

var _ = register(SafetyRules, Error, Rule{
	ID:     "term-internal",
	Title:  "a reference to a term that is internal",
	Why:    "An internal term has no page. A link to it would be dead, and would tell its name (ESP-28).",
	Wrong:  "Zij noemen dat een [geheimwoord](term:geheimwoord).",
	Right:  "Zij hebben daar een eigen woord voor.",
	Mend:   "leave out the reference and the word.",
	Safety: true,
	Source: func(p *Pass) {
		for use := range p.Uses("term") {
			t := p.Term(use.ID)
			if t != nil && t.Status == glossary.Internal && (use.Page == nil || use.Page.Published()) {
				p.Report(use.Position, "leave it out", "term %q is internal", t.ID)
			}
		}
	},
})
