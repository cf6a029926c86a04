package check

import (
	"slices"

	"comwijzer/tools/internal/site"
)

// pressTypes are the types of works that journalists make.
var pressTypes = []string{"article-newspaper", "article-magazine", "broadcast"}

var _ = register(ReferencesRules, Error, Rule{
	ID:    "source-judgement",
	Title: "a judgement or grade of a source that another record, its type or its own use contradicts",
	Why:   "Readers weigh a claim by it: a publisher is as reliable in one record as in the next, and nobody can judge a work that nobody read. A grade that is lifted silences the rules that ask for a better source.",
	Wrong: "kind_of_use: cited-in\ncredibility:\n  grade: 2",
	Right: "kind_of_use: cited-in\ncredibility:\n  grade: 6",
	Mend:  "give all works of a publisher the same reliability; a work that you did not read, or of which `because` says that it was compared with nothing (`uncompared` in data/lexicon/<lang>.yaml), has credibility 6 until you have. Grade an article in a newspaper or magazine, or a broadcast, press; a statement by somebody else that a newspaper prints is still the newspaper's. A web page of one who also publishes what is graded press and nothing else is a warning.",
	Source: func(p *Pass) {
		reportGrades(p)
		first, uncompared := map[string]*site.Source{}, p.Words("uncompared") // by publisher
		for _, s := range p.Sources() {
			if grade := s.Credibility.Grade; s.Use == site.CitedIn && grade != "" && grade != "6" {
				p.Report(s.Position("/credibility/grade"), "read it first, or make it 6", "a work that nobody read has credibility %s", grade)
			}
			for lang, words := range uncompared {
				if grade := s.Credibility.Grade; grade != "" && grade != "6" && words.Has(s.Credibility.Because.In(lang)) {
					p.Report(s.Position("/credibility/grade"), "make it 6, or say what it was compared with", "a work that was compared with nothing has credibility %s", grade)
					break
				}
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

// reportGrades reports what journalists made, or somebody of whom all else
// is press, and is not graded so.
func reportGrades(p *Pass) {
	press, other := map[string]string{}, map[string]int{} // by publisher
	for _, s := range p.Sources() {
		if s.Grade == pressGrade {
			press[s.Publisher] = s.ID
		} else {
			other[s.Publisher]++
		}
	}
	for _, s := range p.Sources() {
		switch {
		case s.Grade == "" || s.Grade == pressGrade:
		case slices.Contains(pressTypes, s.Type):
			p.Report(s.Position("/grade"), "grade it press", "a work of type %q is graded %q", s.Type, s.Grade)
		case s.Publisher != "" && press[s.Publisher] != "" && other[s.Publisher] == 1:
			p.As(Warning).Report(s.Position("/grade"), "grade it press, or the other otherwise", "a work of %q is graded %q, and source %q press", s.Publisher, s.Grade, press[s.Publisher])
		}
	}
}
