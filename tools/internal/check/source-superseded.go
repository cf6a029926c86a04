package check

var _ = register(ReferencesRules, Warning, Rule{
	ID:    "source-superseded",
	Title: "a citation of a work that a later one replaces",
	Why:   "Readers would take last year's figure or rule for the present one.",
	Wrong: `… in drie delen. [hfst. 1](cite:fietsatlas-2025)`,
	Right: `… in drie delen. [hfst. 1](cite:fietsatlas-2026)`,
	Mend:  "compare the claim with the newer work and cite that; where the text is about the old state of things, allow it there.",
	Source: func(p *Pass) {
		for use := range p.Uses("source") {
			if source := p.Site.Source(use.ID); source != nil && source.SupersededBy != "" {
				p.Report(use.Position, "compare the claim with the newer work and cite that",
					"%s rests on source %q, which %q replaces", use.In(), use.ID, source.SupersededBy)
			}
		}
	},
})
