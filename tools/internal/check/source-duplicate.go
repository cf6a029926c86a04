package check

import (
	"cmp"
	"slices"

	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(ReferencesRules, Error, Rule{
	ID:    "source-duplicate",
	Title: "two records of one work, or with nearly the same title, year and maker",
	Why:   "Readers would count two sources where there is one, and a correction would reach half of the citations.",
	Wrong: "data/sources/atlas.yaml      URL: https://www.example.org/fiets/\ndata/sources/fietsatlas.yaml URL: https://example.org/fiets",
	Right: "data/sources/fietsatlas.yaml URL: https://example.org/fiets",
	Mend:  "keep one of the records and let all citations name that one. Chapters of one book may share its ISBN. What is nearly the same, or of one day and publisher in two languages, is a warning: compare the two, and allow it here when they are two works.",
	Source: func(p *Pass) {
		first := map[string]*site.Source{}
		for _, r := range p.Sources() {
			for key := range cite.Alike {
				sameWork(p, r, key, first)
			}
		}
		reportSimilar(p.As(Warning), p.Sources())
	},
})

func sameWork(p *Pass, r *site.Source, key string, first map[string]*site.Source) {
	normal, err := cite.Alike[key](r.Text("/" + key))
	if err != nil || key == "ISBN" && r.Type == "chapter" {
		return
	}
	other := first[key+" "+normal]
	if other == nil {
		first[key+" "+normal] = r
		return
	}
	p.Report(r.Position("/"+key), "keep one of the two records", "%s %q is that of source %q too", key, r.Text("/"+key), other.ID)
}

// reportSimilar reports what may be one work recorded twice, once with a
// typing error.
func reportSimilar(r reporter, sources []*site.Source) {
	var works []work
	for _, s := range sources {
		works = append(works, workOf(s))
	}
	reported := map[*site.Source]bool{}
	translated(r, works, reported)
	neighbours(works, func(w work) string { return w.title }, func(a, b work) { similar(r, a, b, reported) })
	neighbours(works, func(w work) string { return w.reversed }, func(a, b work) { similar(r, a, b, reported) })
}

// translated reports works of one day by one publisher in two languages: it
// may be one, with a translated title.
func translated(r reporter, works []work, reported map[*site.Source]bool) {
	first := map[string]work{}
	for _, w := range works {
		key := w.Publisher + " " + w.Issued
		switch other, known := first[key]; {
		case w.Publisher == "" || len(w.Issued) < len("2006-01-02"):
		case !known:
			first[key] = w
		case w.Language != other.Language && !reported[w.Source]:
			reported[w.Source] = true
			r.Report(w.Position("/title"), "keep one record, or allow it when they are two works",
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
// other. Titles that differ in one place are near each other from the front
// or from the back, so that not every pair needs a look.
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

func similar(r reporter, a, b work, reported map[*site.Source]bool) {
	if a.ID > b.ID {
		a, b = b, a
	}
	if reported[b.Source] || a.year != b.year || !cite.SameMakers(a.makers, b.makers) || !cite.SameTitle(a.title, b.title) {
		return
	}
	reported[b.Source] = true
	r.Report(b.Position("/title"), "keep one record, or allow it when they are two works",
		"%q has nearly the title, year and maker of source %q", b.Title, a.ID)
}
