package check

import "slices"

// pressTypes are the types of works that journalists make.
var pressTypes = []string{"article-newspaper", "article-magazine", "broadcast"}

var _ = register(Rule{
	ID:       "source-grade",
	Title:    "an article in a newspaper or magazine, or a broadcast, that is not graded as press",
	Why:      "The grade says how far a claim can rest on a source. Lifted, it silences the rules that ask for a better one.",
	Wrong:    "type: article-newspaper\ngrade: primary",
	Right:    "type: article-newspaper\ngrade: press",
	Mend:     "grade it press; a statement by somebody else that a newspaper prints is still the newspaper's. A web page of one who also publishes what is graded press and nothing else is a warning.",
	Set:      ReferencesRules,
	Severity: Error,
	Source: func(p *Pass) {
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
	},
})
