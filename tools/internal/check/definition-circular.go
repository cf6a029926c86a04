package check

import (
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
)

var _ = register(Rule{
	ID:       "definition-circular",
	Title:    "a definition that uses the word it defines",
	Why:      "Who does not know the word learns nothing from a sentence that needs it.",
	Wrong:    "grooming: wanneer iemand een kind groomt.",
	Right:    "grooming: stap voor stap het vertrouwen van een kind winnen om het te misbruiken.",
	Mend:     "say it in other words; what the word is short for may be quoted between quotation marks.",
	Severity: diag.Warning,
	Source: func(p *Pass) {
		glossaries := map[string]*glossary{}
		for _, lang := range p.Languages {
			glossaries[lang] = newGlossary(p, lang, func(*site.Term) bool { return true })
		}
		eachDefinition(p, func(t *site.Term, page *site.Page, first *md.Paragraph) {
			if first == nil {
				return
			}
			for _, use := range glossaries[page.Lang].uses(p, page.Doc, first) {
				if use.term == t {
					p.Report(page.Doc.At(first, use.from), "say it in other words", "definition of %q uses %q", t.ID, first.Text[use.from:use.to])
				}
			}
		})
	},
})
