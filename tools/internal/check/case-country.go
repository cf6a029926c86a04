package check

import (
	"strings"

	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "case-country",
	Title:    "a legal case whose title names another country than its record",
	Why:      "The country says whose law and whose courts; readers go by the title, lists and filters by the record.",
	Wrong:    "title: {yy: \"Sweden: arrests\"}\ncountry: DE",
	Right:    "title: {yy: \"Sweden: arrests\"}\ncountry: SE",
	Mend:     "correct the country or the title. The names of countries are the texts country_XX in i18n/.",
	Set:      ReferencesRules,
	Severity: Error,
	Source: func(p *Pass) {
		for _, lang := range p.Languages {
			texts := p.Interface(lang)
			for _, c := range p.Cases() {
				title := c.Text("/title/" + lang)
				for key, name := range texts {
					code, ok := strings.CutPrefix(key, "country_")
					if ok && code != c.Country && c.Country != "" && text.HoldsAny(title, []string{strings.ToLower(name)}) &&
						!text.HoldsAny(title, []string{strings.ToLower(texts["country_"+c.Country])}) {
						p.Report(c.Position("/country"), "write "+code+", or correct the title", "country %q, and %q in the title", c.Country, name)
					}
				}
			}
		}
	},
})
