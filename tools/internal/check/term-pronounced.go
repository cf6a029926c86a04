package check

import "comwijzer/tools/internal/text"

var _ = register(Rule{
	ID:       "term-pronounced",
	Title:    "one pronunciation for two terms",
	Why:      "A page made as a copy of another keeps what was not changed.",
	Wrong:    "pronunciation: FIETS   # and in another term: FIETS",
	Right:    "pronunciation: VELG",
	Mend:     "write how this one is said, or leave it out.",
	Set:      GlossaryRules,
	Severity: Warning,
	Source: func(p *Pass) {
		first := map[string]string{}
		for _, page := range p.Pages {
			said, _ := page.Front.Doc.At("/pronunciation").(string)
			key := page.Lang + " " + text.Fold(said)
			switch other := first[key]; {
			case said == "":
			case other != "":
				p.Report(page.Front.Doc.Position("/pronunciation"), "write how this one is said", "%q is how %s is said", said, other)
			default:
				first[key] = page.File
			}
		}
	},
})
