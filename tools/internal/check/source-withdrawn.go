package check

import "comwijzer/tools/internal/site"

var _ = register(ReferencesRules, Warning, Rule{
	ID:    site.SourceWithdrawn,
	Title: "a citation of a work that has been withdrawn",
	Why:   "A claim that rests on a work its publisher took back must be looked at again, wherever it stands.",
	Wrong: `… in drie delen. [hfst. 1](cite:ingetrokken-rapport)`,
	Right: `… in drie delen. [hfst. 1](cite:fietsatlas)`,
	Mend:  "find another source for the claim or take the claim out; where the text is about the withdrawal itself, allow it there. Until then the page is published as a notice, or, where people need it to act, without the claim.",
	Source: func(p *Pass) {
		for use := range p.Uses("source") {
			if source := p.Site.Source(use.ID); source != nil && source.Withdrawn != nil {
				p.Report(use.Position, "find another source for the claim",
					"%s rests on source %q, withdrawn on %s", use.In(), use.ID, source.Withdrawn.On)
			}
		}
	},
})
