package check

import (
	"fmt"

	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/site"
)

var _ = register(Rule{
	ID:       "source-identifier",
	Title:    "a DOI, ISBN, ISSN or ECLI that is none, or an ECLI of another year than the record says",
	Why:      "These numbers are the lasting way to a work: readers order, borrow and look up by them. With a typing error they lead to another work, or nowhere.",
	Wrong:    "ISBN: 978-0-306-40615-8\nECLI: ECLI:NL:RBLIN:2025:3105",
	Right:    "ISBN: 978-0-306-40615-7\nECLI: ECLI:NL:RBLIM:2025:3105",
	Mend:     "compare it with the work itself: a DOI is written without address before it, the last digit of an ISBN or ISSN checks the others, an ECLI names country, court, year of the judgment and number.",
	Set:      ReferencesRules,
	Severity: Error,
	Source: func(p *Pass) {
		for _, r := range p.Sources() {
			for key, parse := range identifiers {
				number := r.Text("/" + key)
				if _, err := parse(number); number != "" && err != nil {
					hint := "compare it with the work itself"
					if mended := cite.Mended(number, parse); mended != "" {
						hint = fmt.Sprintf("write %q", mended)
					}
					p.Report(r.Position("/"+key), hint, "%s %q: %s", key, number, err)
				}
			}
			if judgment, err := cite.ECLI(r.ECLI); err == nil {
				reportYear(p, r, judgment.Year)
			}
		}
	},
})

// identifiers are the numbers of works, each with its own rules.
var identifiers = map[string]func(string) (string, error){
	"DOI": cite.DOI, "ISBN": cite.ISBN, "ISSN": cite.ISSN,
	"ECLI": func(number string) (string, error) { _, err := cite.ECLI(number); return "", err },
}

// reportYear compares the year in an ECLI with today and with its record.
func reportYear(p *Pass, r *site.Source, year int) {
	at, hint := r.Position("/ECLI"), "compare it with the judgment"
	date, err := cite.ParseDate(r.Issued)
	switch {
	case year > cite.LatestDay(p.Today).Year():
		p.Report(at, hint, "ECLI %q is of the year %d, which lies ahead", r.ECLI, year)
	case err == nil && (year < date.First.Year() || year > date.Last.Year()):
		p.Report(at, hint, "ECLI %q is of the year %d, the record was issued %q", r.ECLI, year, r.Issued)
	}
}
