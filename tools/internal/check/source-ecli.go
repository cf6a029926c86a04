package check

import (
	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

var _ = register(Rule{
	ID:       "source-ecli",
	Title:    "an ECLI that is none, or of another year than the record says",
	Why:      "A judgment is found by its ECLI only; a wrong one makes a claim about justice that nobody can check.",
	Wrong:    "issued: \"2025-08-29\"\nECLI: ECLI:NL:RBLIN:2024:3105",
	Right:    "issued: \"2025-08-29\"\nECLI: ECLI:NL:RBLIM:2025:3105",
	Mend:     "compare it with the judgment: ECLI, country, code of the court, year of the judgment, number.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		for _, r := range p.RecordsOf("source") {
			if text := r.Text("ECLI", ""); text != "" {
				ecli(p, r, text)
			}
		}
	},
})

func ecli(p *Pass, r *site.Record, text string) {
	const hint = "compare it with the judgment"
	at := r.Position("/ECLI")
	c, err := cite.ECLI(text)
	date, undated := issued(r)
	switch {
	case err != nil:
		p.Report(at, hint, "ECLI %q: %s", text, err)
	case c.Year > p.Today.UTC().Add(earliestZone).Year():
		p.Report(at, hint, "ECLI %q is of the year %d, which lies ahead", text, c.Year)
	case undated == nil && (c.Year < date.First.Year() || c.Year > date.Last.Year()):
		p.Report(at, hint, "ECLI %q is of the year %d, the record was issued %q", text, c.Year, r.Text("issued", ""))
	}
}
