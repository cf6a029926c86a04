package check

import (
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

var _ = register(Rule{
	ID:       "translation-counts",
	Title:    "a section that cites or explains more in one language than in the other",
	Why:      "A citation that is missing in one language leaves its claim there without ground; a term link, without meaning.",
	Wrong:    "xx: Groepen verdwijnen. [hfst. 4](cite:boek) Andere komen op. [hfst. 5](cite:boek)\nyy: Groups vanish. [ch. 4](cite:boek) Others arise.",
	Right:    "xx: Groepen verdwijnen. [hfst. 4](cite:boek) Andere komen op. [hfst. 5](cite:boek)\nyy: Groups vanish. [ch. 4](cite:boek) Others arise. [ch. 5](cite:boek)",
	Mend:     "cite and link in both languages alike, section by section.",
	Severity: diag.Warning,
	Source: func(p *Pass) {
		eachTranslation(p, func(lead, page *site.Page) {
			for _, s := range surpluses(p, lead, page) {
				if s.kind == "term" || s.kind == "source" && !s.gone {
					reportSurplus(p, s)
				}
			}
		})
	},
})
