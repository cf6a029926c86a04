package check

import (
	"strconv"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "figure-range",
	Title:    "a figure whose numbers are not those of its words",
	Why:      "Plots, tables and files are made from the numbers, and readers read the words: one of the two was changed and the other not.",
	Wrong:    "value: {xx: at least 70}\nrange: {from: 60}",
	Right:    "value: {xx: at least 70}\nrange: {from: 70}",
	Mend:     "write the numbers of the value under range: from for at least, to for at most, both for one number or a range. Leave range out where the value has no number.",
	Set:      ReferencesRules,
	Severity: diag.Error,
	Source: func(p *Pass) {
		for _, f := range p.Figures() {
			if r := f.Range; r != nil {
				reportRange(p, f, r)
			}
		}
	},
})

func reportRange(p *Pass, f *site.Figure, r *site.Range) {
	if r.From != nil && r.To != nil && *r.From > *r.To {
		p.Report(f.Position("/range/to"), "exchange the two", "the range of figure %q ends at %v, before it begins at %v", f.ID, *r.To, *r.From)
		return
	}
	for _, lang := range p.Languages {
		said := valuesOf(f.Value.In(lang))
		for key, number := range map[string]*float64{"/range/from": r.From, "/range/to": r.To} {
			if number != nil && len(said) > 0 && !said[strconv.FormatFloat(*number, 'f', -1, 64)] {
				p.Report(f.Position(key), "correct one of the two, from the source", "%v, and the value in %q is %q", *number, lang, f.Value.In(lang))
			}
		}
	}
}

// valuesOf returns the numbers of a text, however a language groups and divides
// their digits.
func valuesOf(value string) map[string]bool {
	said := map[string]bool{}
	for _, n := range text.Numerals(value) {
		said[strings.ReplaceAll(text.PlainValue(n.Of(value)), ",", ".")] = true
	}
	return said
}
