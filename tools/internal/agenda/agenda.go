// Package agenda tells what editors are to look at again, and by when.
// Rules set the last day; the planned day lies before it, by the name of
// the thing, so that what was written on one day does not all come back on
// one day.
package agenda

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"io"
	"slices"
	"strconv"
	"time"

	"comwijzer/tools/internal/between"
	"comwijzer/tools/internal/check"
	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/site"
)

// Item is something that is due.
type Item struct {
	On     string `json:"on"`     // the planned day
	Latest string `json:"latest"` // the last day; "" when it was due from the start
	Kind   string `json:"kind"`
	ID     string `json:"id"`
	File   string `json:"file"`
	Line   int    `json:"line,omitempty"`
	Why    string `json:"why"`
}

// A kind is one sort of what is due: how early it is planned, at most, and
// what there is of it.
type kind struct {
	name  string
	early int // days
	why   string
	items func(*list)
}

var kinds = []kind{
	{"page", 45, "compare it with its sources again", func(l *list) {
		for _, p := range l.Pages {
			day, ok := check.CheckBy(p)
			if lead := l.Page(l.DefaultLanguage(), p.Path); ok && (p == lead || lead == nil) {
				l.add(p.Path, p.File, 0, day)
			}
		}
	}},
	{"signal", 45, "compare it with its sources again", func(l *list) {
		for _, s := range l.Signals() {
			if day, ok := check.SignalBy(s); ok {
				l.add(s.ID, s.File, 0, day)
			}
		}
	}},
	{"case", 30, "look the case up", func(l *list) {
		for _, c := range l.Cases() {
			l.evidence(c.Record, c.ReviewBy, c.ReviewedOn)
		}
	}},
	{"figure", 30, "look for a newer value at its source", func(l *list) {
		for _, f := range l.Figures() {
			l.evidence(f.Record, f.ReviewBy, f.ReviewedOn)
		}
	}},
	{"contact", 30, "compare it with the organisation's own page", func(l *list) {
		for _, c := range l.Contacts() {
			l.after(c.CheckedOn, c.ID, c.File, 0, check.ContactDays)
		}
	}},
	{"source", 90, "open its address, and see whether there is a newer work", func(l *list) {
		for _, s := range l.Sources() {
			if s.URL != "" {
				l.after(s.VerifiedOn, s.ID, s.File, 12, 0)
			}
		}
	}},
	{"allowance", 30, "mend what it allows, or decide again", func(l *list) {
		for _, a := range l.Allowances {
			if day, err := time.Parse(time.DateOnly, a.Until); err == nil {
				l.add(a.Rule+" "+a.File+":"+strconv.Itoa(a.Line), a.File, a.Line, day)
			}
		}
	}},
	{"translation", 0, "", func(l *list) {
		for _, d := range between.StateOf(l.Site).Drifted(between.Sections(l.Site)) {
			if at := d.At(); d.Was != "" {
				l.addNow(d.Place, at.File, at.Line, "see wijzer translations: "+d.String())
			}
		}
	}},
	{"review", 45, "have the page reviewed again", func(l *list) {
		for _, r := range l.LatestReviews() {
			if day, err := time.Parse(time.DateOnly, r.Until); err == nil {
				l.add(r.Page+" "+r.Role, r.File, r.Line, day)
			}
		}
	}},
	{"draft", 0, "publish it", func(l *list) {
		for _, p := range l.Pages {
			if from, err := time.Parse(time.DateOnly, p.From); !p.Draft && err == nil && p.From > l.today {
				l.add(p.File, p.File, 0, from)
			} else if p.Draft {
				l.addNow(p.File, p.File, 0, "finish it and publish it, or remove it")
			}
		}
	}},
}

// Kinds lists the names of what can be due.
func Kinds() (names []string) {
	for _, k := range kinds {
		names = append(names, k.name)
	}
	slices.Sort(names)
	return names
}

// Items lists all that is due some day, what comes first first.
func Items(s *site.Site, today time.Time) (items []Item) {
	for _, k := range kinds {
		k.items(&list{Site: s, kind: k, today: today.Format(time.DateOnly), items: &items})
	}
	slices.SortStableFunc(items, func(a, b Item) int {
		return cmp.Or(cmp.Compare(a.On, b.On), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.ID, b.ID))
	})
	return items
}

// Until leaves out what is planned after a day.
func Until(items []Item, day time.Time) []Item {
	end, _ := slices.BinarySearchFunc(items, day.Format(time.DateOnly)+"~", func(i Item, day string) int { return cmp.Compare(i.On, day) })
	return items[:end]
}

// list collects what is due of one kind.
type list struct {
	*site.Site
	kind
	today string
	items *[]Item
}

// add puts something on the list that is due at the latest on a day.
func (l *list) add(id, file string, line int, latest time.Time) {
	on := latest.AddDate(0, 0, -earlier(l.name+" "+id, l.early))
	*l.items = append(*l.items, Item{on.Format(time.DateOnly), latest.Format(time.DateOnly), l.name, id, file, line, l.why})
}

// addNow puts something on the list that was never done.
func (l *list) addNow(id, file string, line int, why string) {
	*l.items = append(*l.items, Item{l.today, "", l.name, id, file, line, why})
}

// after puts something on the list so many days or months after it was
// done.
func (l *list) after(done, id, file string, months, days int) {
	if day, err := time.Parse(time.DateOnly, done); err == nil {
		l.add(id, file, 0, day.AddDate(0, months, days))
	} else {
		l.addNow(id, file, 0, "never checked")
	}
}

// earlier returns a number of days from 0 to at most days, always the same
// for a name.
func earlier(name string, days int) int {
	sum := fnv.New32a()
	_, _ = io.WriteString(sum, name)
	return int(sum.Sum32() % uint32(days+1))
}

// monthsOfEvidence is how long evidence without a day of review is good.
const monthsOfEvidence = 24

// evidence puts a record on the list by the day of its next review; without
// one by the age of its evidence, which a look that finds no newer source
// leaves as it is.
func (l *list) evidence(r *site.Record, by, reviewed string) {
	day, err := time.Parse(time.DateOnly, by)
	asOf, dated := cite.ParseDate(r.Text("/as_of"))
	if err != nil && dated == nil {
		day, err = asOf.Last.AddDate(0, monthsOfEvidence, 0), nil
	}
	if err != nil {
		return
	}
	of := *l
	switch {
	case dated == nil && reviewed != "":
		of.why = fmt.Sprintf("%s (evidence of %s, looked at on %s)", l.why, r.Text("/as_of"), reviewed)
	case dated == nil:
		of.why = fmt.Sprintf("%s (evidence of %s)", l.why, r.Text("/as_of"))
	case reviewed != "":
		of.why = fmt.Sprintf("%s (looked at on %s)", l.why, reviewed)
	}
	of.add(r.ID, r.File, 0, day)
}
