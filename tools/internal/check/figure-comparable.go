package check

import (
	"fmt"
	"slices"

	"comwijzer/tools/internal/site"
)

var _ = register(ReferencesRules, Error, Rule{
	ID:    "figure-comparable",
	Title: "figures that are said to be comparable, and count different things",
	Why:   "Plots, tables and readers go by what a record says may be compared. Two numbers of other units, or of other subjects, side by side, make a rise or a fall that nobody measured.",
	Wrong: "unit: {xx: cases}\ncomparable: [people-2025]   # whose unit is people",
	Right: "unit: {xx: people}\ncomparable: [people-2025]   # which names this one too",
	Mend:  "name under comparable only figures of the same topic and unit that count the same in the same way, in both records; under addable only those of them that do not overlap, and say the same under counts. What tells one count in other words goes under same_as: both have the same source, or the same under first_said.",
	Source: func(p *Pass) {
		for _, f := range p.Figures() {
			if other := p.Figure(f.SameAs); other != nil && origin(f) != "" && origin(other) != "" && origin(f) != origin(other) {
				p.Report(f.Position("/same_as"), "name the figure of the same count, or correct first_said", "figure %q is the count of source %q, and this one that of %q", other.ID, origin(other), origin(f))
			}
			for i, id := range f.Comparable {
				if fault := incomparable(f, p.Figure(id)); fault != "" {
					p.Report(f.Position(fmt.Sprintf("/comparable/%d", i)), "leave it out, or make both records say the same", "figure %q %s", id, fault)
				}
			}
			for i, id := range f.Addable {
				other, at := p.Figure(id), f.Position(fmt.Sprintf("/addable/%d", i))
				if !slices.Contains(f.Comparable, id) {
					p.Report(at, "name it under comparable too, or leave it out", "figure %q is addable and not comparable", id)
				} else if other != nil && !sameText(f.Counts, other.Counts) {
					p.Report(at, "leave it out, or make both records say the same under counts", "figure %q is addable and counts something else", id)
				}
			}
		}
	},
})

// origin returns the source that counted a figure, "" when it has no
// record.
func origin(f *site.Figure) string {
	if f.FirstSaid != nil {
		return f.FirstSaid.Source
	}
	return f.Text("/source")
}

// incomparable says why a figure is not to be compared with another, ""
// when it is, or when there is no such figure.
func incomparable(f, other *site.Figure) string {
	switch {
	case other == nil:
	case other.ID == f.ID:
		return "is this one"
	case other.Topic != f.Topic:
		return fmt.Sprintf("is about topic %q", other.Topic)
	case f.SameCount(other):
		return "tells the same count in other words"
	case !sameText(f.Unit, other.Unit):
		return "has another unit"
	case !slices.Contains(other.Comparable, f.ID):
		return "does not say so of this one"
	}
	return ""
}

// sameText reports whether two texts that are there are the same in some
// language.
func sameText(a, b site.Text) bool {
	for lang, text := range a {
		if text == b[lang] {
			return true
		}
	}
	return false
}
