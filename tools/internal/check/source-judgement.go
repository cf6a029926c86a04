package check

import "comwijzer/tools/internal/site"

var _ = register(Rule{
	ID:       "source-judgement",
	Title:    "a judgement of a source that another record, or its own, contradicts",
	Why:      "Readers weigh a claim by it: a publisher is as reliable in one record as in the next, and nobody can judge a work that nobody read.",
	Wrong:    "kind_of_use: cited-in\ncredibility:\n  grade: 2",
	Right:    "kind_of_use: cited-in\ncredibility:\n  grade: 6",
	Mend:     "give all works of a publisher the same reliability; a work that you did not read has credibility 6 until you have.",
	Set:      ReferencesRules,
	Severity: Error,
	Source: func(p *Pass) {
		first := map[string]*site.Source{} // by publisher
		for _, s := range p.Sources() {
			if grade := s.Credibility.Grade; s.Use == site.CitedIn && grade != "" && grade != "6" {
				p.Report(s.Position("/credibility/grade"), "read it first, or make it 6", "a work that nobody read has credibility %s", grade)
			}
			other := first[s.Publisher]
			switch {
			case s.Publisher == "" || s.Reliability.Grade == "":
			case other == nil:
				first[s.Publisher] = s
			case other.Reliability.Grade != s.Reliability.Grade:
				p.Report(s.Position("/reliability/grade"), "judge the publisher once, for all its works",
					"publisher %q has reliability %s, and %s in source %q", s.Publisher, s.Reliability.Grade, other.Reliability.Grade, other.ID)
			}
		}
	},
})
