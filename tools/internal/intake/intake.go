// Package intake takes works from elsewhere into the records of a site: it
// knows those that are there already, refuses what cannot be a source, and
// leaves open what only an editor knows.
package intake

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"comwijzer/tools/internal/bib"
	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

// Record is a new source.
type Record struct {
	ID   string
	Work *bib.Item

	// What only an editor knows; what is left empty wijzer check asks for.
	Grade, Use string
	ReadAs     map[string]string // by language

	label map[string]string // by language, "" for all
	kind  string
}

// File returns the name of the file of a record.
func (r *Record) File() string { return "data/sources/" + r.ID + ".yaml" }

// Plan is what becomes of works.
type Plan struct {
	New      []*Record
	Findings []diag.Diagnostic
	Known    int // works that are there already, or twice in what was read
}

// Make plans to take works in. With similar also those are new that have
// nearly the title of a source.
func Make(s *site.Site, items []*bib.Item, similar bool) *Plan {
	p := &planner{site: s, similar: similar, taken: taken(s), byNumber: map[string]string{}}
	for _, source := range s.Sources() {
		p.remember(source.ID, source.Work)
	}
	for _, item := range items {
		p.add(item)
	}
	return &p.plan
}

type planner struct {
	site     *site.Site
	similar  bool
	taken    map[string]bool // ids
	byNumber map[string]string
	works    []known
	plan     Plan
}

// known is a work that is there already.
type known struct {
	id, title string
	year      int
	makers    []string
}

// taken returns the ids that sources have or had: what others refer to
// never becomes another work.
func taken(s *site.Site) map[string]bool {
	ids := map[string]bool{}
	for _, id := range s.IDs("source") {
		ids[id] = true
	}
	for _, t := range s.Tombstones() {
		ids[t.Was] = true
	}
	for _, r := range s.Redirects().Names {
		ids[r.Was] = true
	}
	return ids
}

// numbers returns what only one work can have, in its normal form. Chapters
// of one book share its ISBN.
func numbers(w cite.Work) (numbers []string) {
	for _, n := range []struct{ field, text string }{{"DOI", w.DOI}, {"ECLI", w.ECLI}, {"ISBN", w.ISBN}, {"URL", w.URL}} {
		normal, err := cite.Alike[n.field](n.text)
		if n.text != "" && err == nil && (n.field != "ISBN" || w.Type != "chapter") {
			numbers = append(numbers, n.field+" "+normal)
		}
	}
	return numbers
}

func (p *planner) remember(id string, w cite.Work) {
	for _, number := range numbers(w) {
		p.byNumber[number] = cmp.Or(p.byNumber[number], id)
	}
	p.works = append(p.works, describe(id, w))
}

func describe(id string, w cite.Work) known {
	k := known{id: id, title: text.Fold(cite.PlainTitle(w.Title)), makers: w.Makers()}
	if date, err := cite.ParseDate(w.Issued); err == nil {
		k.year = date.First.Year()
	}
	return k
}

// add decides about one work.
func (p *planner) add(item *bib.Item) {
	kind, work := types[item.Type], work(item)
	work.Type = kind
	switch reason := refused[item.Type]; {
	case reason != "":
		p.report(diag.Error, item.Position("type"), "leave it out of the file, or run again with --skip", "a work of type %q is no source here: %s", item.Type, reason)
		return
	case kind == "":
		p.report(diag.Error, item.Position("type"), text.DidYouMean(item.Type, bib.Types, "give it a type of CSL"), "unknown type %q", item.Type)
		return
	case work.Title == "":
		p.report(diag.Error, item.Position(""), "give it a title, or leave it out", "a work without title")
		return
	case p.isKnown(item, work):
		p.plan.Known++
		return
	}
	record := &Record{ID: p.newID(work), Work: item, kind: kind, ReadAs: map[string]string{}, label: p.labels(work)}
	p.remember(record.ID, work)
	p.plan.New = append(p.plan.New, record)
}

func (p *planner) report(severity diag.Severity, at diag.Position, hint, format string, args ...any) {
	p.plan.Findings = append(p.plan.Findings, diag.Diagnostic{Position: at, Rule: bib.Rule, Severity: severity, Message: fmt.Sprintf(format, args...), Hint: hint})
}

// isKnown reports whether a work is there already, by its numbers or by its title.
func (p *planner) isKnown(item *bib.Item, w cite.Work) bool {
	for _, number := range numbers(w) {
		if id := p.byNumber[number]; id != "" {
			field, value, _ := strings.Cut(number, " ")
			p.report(diag.Info, item.Position(field), "", "%q is source %q: it has %s %s", w.Title, id, field, value)
			return true
		}
	}
	this := describe("", w)
	for _, other := range p.works {
		year := this.year == other.year || this.year == 0 || other.year == 0
		if p.similar || !year || !cite.SameMakers(this.makers, other.makers) || !cite.SameTitle(this.title, other.title) {
			continue
		}
		p.report(diag.Warning, item.Position("title"), "compare the two; if they are two works, run again with --similar",
			"%q has nearly the title, year and maker of source %q: it is not taken over", w.Title, other.id)
		return true
	}
	return false
}

// work returns what a reference says of an item.
func work(i *bib.Item) cite.Work {
	return cite.Work{Type: i.Type, Title: i.Texts["title"], Author: i.Names["author"], Editor: i.Names["editor"], Publisher: i.Texts["publisher"],
		Container: i.Texts["container-title"], Issued: i.Dates["issued"], URL: i.Texts["URL"], DOI: number(i.Texts["DOI"], cite.DOI),
		ISBN: isbn(i.Texts["ISBN"]), ECLI: ecli(i), Authority: i.Texts["authority"]}
}

// number returns a number without what others put around it.
func number(text string, parse func(string) (string, error)) string {
	if mended := cite.Mended(text, parse); mended != "" {
		return mended
	}
	return text
}

// isbn returns the first that is right of those that a program lists.
func isbn(list string) string {
	for _, one := range strings.FieldsFunc(list, func(r rune) bool { return r == ' ' || r == ',' || r == ';' }) {
		if _, err := cite.ISBN(one); err == nil {
			return one
		}
	}
	return number(list, cite.ISBN)
}

var ecliForm = regexp.MustCompile(`ECLI:[A-Z]{2}:[A-Z0-9]+:\d{4}:[A-Z0-9.]+\b`)

// ecli returns the number of a judgment, which programs have no field for.
func ecli(i *bib.Item) string {
	if known := i.Texts["ECLI"]; known != "" || i.Type != "legal_case" {
		return known
	}
	return ecliForm.FindString(i.Texts["number"] + " " + i.Texts["title"] + " " + i.Texts["URL"])
}

// newID makes an id of who made a work, or else of its title, and the year.
func (p *planner) newID(w cite.Work) string {
	name := first(w)
	if words := strings.Fields(text.Fold(name)); len(words) > 4 {
		name = strings.Join(words[:4], " ")
	}
	id := cmp.Or(text.Name(name), "source")
	if date, err := cite.ParseDate(w.Issued); err == nil {
		id = fmt.Sprintf("%s-%d", id, date.First.Year())
	}
	unique := id
	for n := 2; p.taken[unique] || p.site.HasFile("data/sources/"+unique+".yaml"); n++ {
		unique = id + "-" + strconv.Itoa(n)
	}
	p.taken[unique] = true
	return unique
}

// first returns who a work is filed under, or what it is called.
func first(w cite.Work) string {
	names := slices.Concat(w.Author, w.Editor)
	switch {
	case len(names) > 0:
		return names[0].Literal + names[0].Family
	case w.Authority != "":
		return w.Authority
	case w.Publisher != "" && w.Type != "book":
		return w.Publisher
	case w.Container != "":
		return w.Container
	}
	return cite.PlainTitle(w.Title)
}

// labels returns what a work is called for short, (year) included: one
// text, or one for each language where there is no year.
func (p *planner) labels(w cite.Work) map[string]string {
	names := slices.Concat(w.Author, w.Editor)
	who := first(w)
	if len(names) == 2 {
		who += " & " + names[1].Literal + names[1].Family
	} else if len(names) > 2 {
		who += " et al."
	}
	if date, err := cite.ParseDate(w.Issued); err == nil {
		return map[string]string{"": fmt.Sprintf("%s (%d)", who, date.First.Year())}
	}
	return site.ByLanguage(p.site, func(lang string) string {
		if words := p.site.ReferenceWords(lang); words.NoDate != "" {
			return who + " (" + words.NoDate + ")"
		}
		return who
	})
}
