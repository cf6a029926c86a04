package check

import (
	"cmp"
	"slices"

	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "source-similar",
	Title:    "two sources with nearly the same title, year and maker",
	Why:      "They may be one work recorded twice, once with a typing error.",
	Wrong:    "title: De fiets-stad in beeld   # and in another record: De fiets stad in beeld",
	Right:    "title: De fiets-stad in beeld",
	Mend:     "compare the two; keep one record, or allow it here when they are two works.",
	Set:      ReferencesRules,
	Severity: Warning,
	Source: func(p *Pass) {
		var works []work
		for _, r := range p.Sources() {
			works = append(works, workOf(r))
		}
		reported := map[*site.Source]bool{}
		translated(p, works, reported)
		neighbours(works, func(w work) string { return w.title }, func(a, b work) { similar(p, a, b, reported) })
		neighbours(works, func(w work) string { return w.reversed }, func(a, b work) { similar(p, a, b, reported) })
	},
})

// translated reports works of one day by one publisher in two languages: it may
// be one, with a translated title.
func translated(p *Pass, works []work, reported map[*site.Source]bool) {
	first := map[string]work{}
	for _, w := range works {
		key := w.Publisher + " " + w.Issued
		switch other, known := first[key]; {
		case w.Publisher == "" || len(w.Issued) < len("2006-01-02"):
		case !known:
			first[key] = w
		case w.Language != other.Language && !reported[w.Source]:
			reported[w.Source] = true
			p.Report(w.Position("/title"), "keep one record, or allow it when they are two works",
				"%q is of the same day and publisher as source %q, in another language", w.Title, other.ID)
		}
	}
}

type work struct {
	*site.Source
	year            int // 0 for no date
	title, reversed string
	makers          []string
}

func workOf(r *site.Source) work {
	w := work{Source: r, title: text.Fold(r.Title), makers: r.Makers()}
	if date, err := cite.ParseDate(r.Issued); err == nil {
		w.year = date.First.Year()
	}
	letters := []rune(w.title)
	slices.Reverse(letters)
	w.reversed = string(letters)
	return w
}

// reach is how many works further on in the order a work is compared with.
const reach = 4

// neighbours puts works in order of year and key and visits those near each
// other. Titles that differ in one place are near each other from the front or
// from the back, so that not every pair needs a look.
func neighbours(works []work, key func(work) string, visit func(a, b work)) {
	slices.SortStableFunc(works, func(a, b work) int {
		return cmp.Or(cmp.Compare(a.year, b.year), cmp.Compare(key(a), key(b)), cmp.Compare(a.ID, b.ID))
	})
	for i := range works {
		for j := i + 1; j < len(works) && j <= i+reach; j++ {
			visit(works[i], works[j])
		}
	}
}

func similar(p *Pass, a, b work, reported map[*site.Source]bool) {
	if a.ID > b.ID {
		a, b = b, a
	}
	if reported[b.Source] || a.year != b.year || !cite.SameMakers(a.makers, b.makers) || !cite.SameTitle(a.title, b.title) {
		return
	}
	reported[b.Source] = true
	p.Report(b.Position("/title"), "keep one record, or allow it when they are two works",
		"%q has nearly the title, year and maker of source %q", b.Title, a.ID)
}
