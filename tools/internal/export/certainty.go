package export

import (
	"cmp"
	"slices"
	"time"

	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/site"
)

// certainty is how well a claim is supported, by rules that the site
// publishes: keys of the interface's texts.
type certainty struct {
	Level string   `json:"level"`
	Why   []string `json:"why"`
}

// evidence is what the rules look at.
type evidence struct {
	sources, origins int    // works, and who said it first
	kind             string // the best grade among works that we read, "" for none
	doubted          bool   // that we hold each of its works for doubtful
	years            int    // how old it is
	undated          bool   // that nobody knows
	agrees, differs  bool   // with a figure that counts the same at the same time
}

// What is too old to carry a claim well, and to carry it at all, in years.
const (
	yearsFresh = 3
	yearsOld   = 5
)

// weigh collects what there is for and against a figure: its own sources,
// those of figures that tell the same count, and those that count the same.
func weigh(s *site.Site, f *site.Figure, latest time.Time) (e evidence) {
	var works, origins []string
	e.doubted = true
	support := func(f *site.Figure) {
		for _, b := range f.All() {
			works = append(works, b.Source)
			source := s.Source(b.Source)
			e.kind = better(e.kind, source)
			e.doubted = e.doubted && source != nil && source.Doubted()
		}
		origins = append(origins, origin(s, f))
	}
	support(f)
	for _, other := range s.Figures() {
		switch {
		case f.SameCount(other):
			support(other)
		case !slices.Contains(f.Comparable, other.ID):
		case sameRange(f.Range, other.Range):
			e.agrees = true
			support(other)
		case apart(f.Range, other.Range) && sameTime(f, other):
			e.differs = true
		}
	}
	e.sources, e.origins = distinct(works), distinct(origins)
	if date, err := cite.ParseDate(f.AsOf); err == nil {
		e.years = int(latest.Sub(date.Last).Hours() / 24 / 365)
	}
	return e
}

// certainty applies the rules.
func (e evidence) certainty() certainty {
	level := "weak"
	switch {
	case e.differs:
		level = "disputed"
	case e.doubted:
	case e.origins > 1 && e.kind == "primary" && e.years < yearsFresh && !e.undated:
		level = "strong"
	case (e.origins > 1 || e.kind == "primary" || e.kind == "secondary") && e.years < yearsOld:
		level = "fair"
	}
	var why []string // in the order of a sentence: how many, of whom, what kind, and what else there is
	for _, rule := range []struct {
		holds bool
		key   string
	}{
		{e.sources <= 1, "why_source"}, {e.sources > 1, "why_sources"}, {e.origins > 1, "why_origins"}, {e.sources > 1 && e.origins == 1, "why_origin"},
		{true, "why_kind_" + cmp.Or(e.kind, "unread")}, {e.doubted, "why_doubted"}, {e.agrees, "why_agrees"}, {e.differs, "why_differs"},
		{e.years >= yearsFresh, "why_old"}, {e.undated, "why_undated"},
	} {
		if rule.holds {
			why = append(why, rule.key)
		}
	}
	return certainty{level, why}
}

// better returns the best grade: that of a work counts when we read it.
func better(grade string, source *site.Source) string {
	if source == nil || source.Use == site.CitedIn {
		return grade
	}
	order := []string{"", "press", "secondary", "primary"}
	return order[max(slices.Index(order, grade), slices.Index(order, source.Grade))]
}

// origin returns who said a figure first, by whatever tells them apart.
func origin(s *site.Site, f *site.Figure) string {
	source := f.Source
	if o := f.FirstSaid; o != nil {
		if by := o.By.In(s.DefaultLanguage()); by != "" {
			return by
		}
		source = cmp.Or(o.Source, source)
	}
	return publisherOf(s, source)
}

// publisherOf returns who published a work; its id for one of which nobody
// says so.
func publisherOf(s *site.Site, id string) string {
	if work := s.Source(id); work != nil {
		return cmp.Or(work.Publisher, id)
	}
	return id
}

func sameTime(a, b *site.Figure) bool {
	one, err := cite.ParseDate(a.AsOf)
	other, err2 := cite.ParseDate(b.AsOf)
	return err == nil && err2 == nil && !one.First.After(other.Last) && !other.First.After(one.Last)
}

func sameRange(a, b *site.Range) bool {
	return a != nil && b != nil && same(a.From, b.From) && same(a.To, b.To)
}

func same(a, b *float64) bool { return a == nil && b == nil || a != nil && b != nil && *a == *b }

// apart reports whether two ranges have nothing in common.
func apart(a, b *site.Range) bool {
	return a != nil && b != nil && (before(a, b) || before(b, a))
}

func before(a, b *site.Range) bool { return a.To != nil && b.From != nil && *a.To < *b.From }

func distinct(list []string) int { return len(slices.Compact(slices.Sorted(slices.Values(list)))) }

// latestCheck is the last day on which a page was compared with its
// sources: age is told from there, so that the same content makes the same
// files.
func latestCheck(s *site.Site) time.Time {
	latest := ""
	for _, p := range s.Pages {
		latest = max(latest, p.Checked, p.Date)
	}
	day, _ := time.Parse(time.DateOnly, latest)
	return day
}
