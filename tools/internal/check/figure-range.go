package check

import (
	"math"
	"strconv"

	"comwijzer/tools/internal/between"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(ReferencesRules, Error, Rule{
	ID:    "figure-range",
	Title: "a figure whose numbers, or unit, are not those of its words",
	Why:   "Plots, tables and files are made from the numbers, and readers read the words: one of the two was changed and the other not.",
	Wrong: "value: {xx: at least 70}\nrange: {from: 60}",
	Right: "value: {xx: at least 70}\nrange: {from: 70}",
	Mend:  "write the numbers of the value under range: from for at least, to for at most, both for one number or a range. Leave range out where the value has no number. Words for a thousand times as much, in their order, are the list `multiples` in data/lexicon/<lang>.yaml. A share is from 0 to 100. A unit that the value names (`alike.unit` in data/lexicon/<lang>.yaml) is that of the field unit; what not_counted names, and counts does not, is no unit.",
	Source: func(p *Pass) {
		readers := site.ByLanguage(p.Site, func(lang string) *between.Reader { return between.NewReader(p.Lexicon(lang)) })
		for _, f := range p.Figures() {
			reportUnit(p, f, readers)
			if r := f.Range; r != nil {
				reportRange(p, f, r, readers)
				reportSide(p, f, r, readers)
			}
		}
	},
})

// reportUnit reports a unit that is another than the one in the words of
// the value.
func reportUnit(p *Pass, f *site.Figure, readers map[string]*between.Reader) {
	for _, lang := range p.Languages {
		unit := f.Unit.In(lang)
		if word := []string{text.Normal(unit)}; unit != "" && text.HoldsAny(f.NotCounted.In(lang), word) && !text.HoldsAny(f.Counts.In(lang), word) {
			p.Report(f.Position("/unit"), "correct one of the two, from the source", "%q is the unit, and not_counted names it", unit)
		}
		for name, loose := range readers[lang].Named("unit", f.Value.In(lang)) {
			if _, same := readers[lang].Named("unit", unit)[name]; unit != "" && !loose && !same {
				p.Report(f.Position("/unit"), "correct one of the two, from the source", "%q, and the value in %q is %q", unit, lang, f.Value.In(lang))
			}
		}
	}
}

// reportSide reports a limit on the other side than the words of the value
// say.
func reportSide(p *Pass, f *site.Figure, r *site.Range, readers map[string]*between.Reader) {
	for _, lang := range p.Languages {
		said := readers[lang].Named("extent", f.Value.In(lang))
		has := func(name string) bool { loose, ok := said[name]; return ok && !loose }
		switch {
		case r.From != nil && r.To == nil && (has("less") || has("most")):
			p.Report(f.Position("/range/from"), "write it under to", "a lower limit, and the value in %q is %q", lang, f.Value.In(lang))
		case r.To != nil && r.From == nil && (has("least") || isMore(readers[lang], f.Value.In(lang), said)):
			p.Report(f.Position("/range/to"), "write it under from", "an upper limit, and the value in %q is %q", lang, f.Value.In(lang))
		}
	}
}

// isMore reports whether a value is said to be more than its number: "no
// more than" is not.
func isMore(r *between.Reader, value string, extent map[string]bool) bool {
	_, more := r.Named("contrast", value)["more"]
	_, most := extent["most"]
	return more && !most
}

// inWords returns the numbers that a text names in words.
func inWords(r *between.Reader, value string) map[string]bool {
	said := map[string]bool{}
	for name, loose := range r.Named("number", value) {
		if _, err := strconv.Atoi(name); err == nil && !loose {
			said[name] = true
		}
	}
	return said
}

func reportRange(p *Pass, f *site.Figure, r *site.Range, readers map[string]*between.Reader) {
	if r.From != nil && r.To != nil && *r.From > *r.To {
		p.Report(f.Position("/range/to"), "exchange the two", "the range of figure %q ends at %v, before it begins at %v", f.ID, inDigits(*r.To), inDigits(*r.From))
		return
	}
	for key, number := range map[string]*float64{"/range/from": r.From, "/range/to": r.To} {
		if number != nil && f.Share && (*number < 0 || *number > 100) {
			p.Report(f.Position(key), "correct the number, or leave share out", "%v is no part of a hundred", inDigits(*number))
		}
	}
	for _, lang := range p.Languages {
		said := valuesOf(f.Value.In(lang), p.Lexicon(lang).Phrases("multiples"))
		if len(said) == 0 {
			said = inWords(readers[lang], f.Value.In(lang))
		}
		for key, number := range map[string]*float64{"/range/from": r.From, "/range/to": r.To} {
			if number != nil && len(said) > 0 && !said[inDigits(math.Abs(*number))] {
				p.Report(f.Position(key), "correct one of the two, from the source", "%v, and the value in %q is %q", inDigits(*number), lang, f.Value.In(lang))
			}
		}
	}
}
