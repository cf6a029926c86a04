package export

import (
	"cmp"
	"html"
	"regexp"
	"strconv"
	"strings"

	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/site"
)

func figureCells(s *site.Site, lang string, r *site.Record) map[string]string {
	f := s.Figure(r.ID)
	level, why := certaintyIn(s, lang, f)
	cells := map[string]string{
		"value": f.Value.In(lang), "unit": f.Unit.In(lang), "counts": f.Counts.In(lang), "not_counted": f.NotCounted.In(lang),
		"population": f.Population.In(lang), "place": f.Place.In(lang), "as_of": f.AsOf, "source": sourceLabel(s, lang, f.Source),
		"locator": f.Locator.In(lang), "processing": f.Processing.In(lang), "same_as": strings.Join(sameAs(s, f), csvJoin), "comparable": strings.Join(f.Comparable, csvJoin), "addable": strings.Join(f.Addable, csvJoin),
		"certainty": level, "why": why, "note": cite.Joined(" ", f.Note.In(lang), f.AsOfNote.In(lang)),
		"reference": plainReference(citingRecord(s, lang, r).References[lang]), "earlier": earlierValues(s, lang, f),
	}
	if w := s.Source(f.Source); w != nil {
		cells["accessed"], cells["licence_source"] = cmp.Or(w.Accessed, w.VerifiedOn), w.Licence.In(lang)
	}
	if t := s.Topic(f.Topic); t != nil {
		cells["subject"] = t.Title.In(lang)
	}
	if r := f.Range; r != nil {
		cells["from"], cells["to"], cells["about"] = decimal(r.From), decimal(r.To), strconv.FormatBool(r.About)
	}
	if o := f.FirstSaid; o != nil {
		cells["first_said"] = o.By.In(lang)
		if s.Source(o.Source) != nil {
			cells["first_said"] = cite.Joined("; ", cells["first_said"], sourceLabel(s, lang, o.Source))
		}
	}
	return cells
}

// earlierValues says the values that a figure had before, each with its date, source and place.
func earlierValues(s *site.Site, lang string, f *site.Figure) string {
	var earlier []string
	for _, e := range f.Earlier {
		from := ""
		if s.Source(e.Source) != nil {
			from = sourceLabel(s, lang, e.Source)
		}
		earlier = append(earlier, e.Value.In(lang)+" ("+cite.Joined("; ", e.AsOf, from, e.Locator.In(lang))+")")
	}
	return strings.Join(earlier, csvJoin)
}

// sameAs lists the figures that tell the count of one in other words, whichever of the two records says so.
func sameAs(s *site.Site, f *site.Figure) (ids []string) {
	for _, other := range s.Figures() {
		if f.SameCount(other) {
			ids = append(ids, other.ID)
		}
	}
	return ids
}

// plainReference returns a reference as text alone.
func plainReference(r cite.Reference) string {
	return html.UnescapeString(tag.ReplaceAllString(cite.Joined(" ", r.Text, r.Address), ""))
}

var tag = regexp.MustCompile(`<[^>]*>`) // a reference has no other < than those

func decimal(n *float64) string {
	if n == nil {
		return ""
	}
	return strconv.FormatFloat(*n, 'f', -1, 64)
}

// certaintyIn says in words how certain a figure is, and why.
func certaintyIn(s *site.Site, lang string, f *site.Figure) (level, why string) {
	texts, c := s.Interface(lang), weigh(s, f, latestCheck(s)).certainty()
	var reasons []string
	for _, key := range c.Why {
		reasons = append(reasons, texts[key])
	}
	return texts["certainty_"+c.Level], cite.Joined(", ", reasons...)
}
