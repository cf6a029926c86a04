package verify

import (
	"fmt"
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

// The rules that findings carry in brackets.
const (
	Identity = "source-identity"
	Standing = "source-standing"
)

// Titles says in one line what each rule is about.
var Titles = map[string]string{
	Identity: "a number that does not lead to the work of the record",
	Standing: "a work that was corrected, retracted, withdrawn or put in doubt",
}

// Findings returns what to look at in records, sorted.
func Findings(sources []*site.Source, entries []Entry) []diag.Diagnostic {
	byWork := Ledger.ByKey(entries...)
	var out []diag.Diagnostic
	for _, source := range sources {
		for _, work := range worksOf(source) {
			r := reader{source: source, work: work, entry: byWork[work.key]}
			r.read()
			out = append(out, r.out...)
		}
	}
	return diag.Sort(out)
}

// A reader compares one record with what a registry says of one of its numbers.
type reader struct {
	source *site.Source
	work   work
	entry  Entry
	out    []diag.Diagnostic
}

func (r *reader) report(field, rule string, severity diag.Severity, hint, format string, args ...any) {
	if r.source.At("/"+field) == nil {
		field = r.work.field
	}
	r.out = append(r.out, diag.Diagnostic{
		Position: r.source.Position("/" + field), Rule: rule, Severity: severity, Hint: hint,
		Message: fmt.Sprintf("%s %q ", r.work.field, r.work.text) + fmt.Sprintf(format, args...),
	})
}

func (r *reader) read() {
	switch r.entry.Verdict {
	case Unknown:
		r.unknown()
	case Unread:
		r.report(r.work.field, Identity, diag.Warning, "run again on another day, or look it up", "could not be verified (%s)", r.entry.Reason)
	case Known:
		r.known()
	}
}

// known compares. When registry and record are about two works, what
// follows from that is no news.
func (r *reader) known() {
	same, mark := r.entry.titled(r.title())
	if !same {
		r.otherWork()
		return
	}
	r.authors()
	if !r.entry.issued(r.source.Issued) {
		r.report("issued", Identity, diag.Warning, "copy the year from the work", "is of %s, not of %q", years(r.entry.Years), r.source.Issued)
	}
	r.standing(mark)
	if r.entry.Reason != "" {
		r.report(r.work.field, Standing, diag.Warning, "run again on another day", "could not be verified in full (%s)", r.entry.Reason)
	}
}

// ofBook reports whether the number is that of the book which holds the work.
func (r *reader) ofBook() bool { return r.work.field == "ISBN" && r.source.Type == "chapter" }

func (r *reader) title() string {
	if r.ofBook() {
		return r.source.Container
	}
	return r.source.Title
}

// unknown tells a DOI that nobody registered. Of books no list is complete.
func (r *reader) unknown() {
	if r.work.field == "ISBN" {
		r.report("ISBN", Identity, diag.Warning, "compare it with the colophon: not every book is in the catalogue", "is not in the catalogue")
		return
	}
	r.report("DOI", Identity, diag.Error, "compare it with the work itself", "does not exist")
}

// otherWork quotes no title that its record keeps to the reference.
func (r *reader) otherWork() {
	said := "leads to a work with another title"
	if !r.source.Withheld {
		said = fmt.Sprintf("leads to %q, not to %q", plain(r.entry.Titles[0]), r.title())
	}
	r.report(r.work.field, Identity, diag.Error, "look up the number of this work, or copy its title", "%s", said)
}

func (r *reader) authors() {
	if r.ofBook() || len(r.entry.Authors) == 0 {
		return
	}
	for _, author := range r.source.Author {
		if name := author.Literal + author.Family; !r.entry.written(name) {
			r.report("author", Identity, diag.Warning, "copy the authors from the work", "is by %s, not by %q", quoted(r.entry.Authors), name)
		}
	}
}

// standing reports notices, each for itself, and what a mark before the
// title says when no notice does. What the record says already is no news.
func (r *reader) standing(mark string) {
	notices := r.entry.Notices
	same := func(n Notice) bool { return statusOf(n.Kind) == statusOf(mark) }
	if mark != "" && !slices.ContainsFunc(notices, same) {
		notices = append(slices.Clone(notices), Notice{Kind: mark})
	}
	for _, n := range notices {
		status := statusOf(n.Kind)
		if severity, hint := status.weight(); r.source.Withdrawn == nil || !status.undone() {
			r.report(r.work.field, Standing, severity, hint, "%s%s", status, n.where())
		}
	}
	for _, n := range r.entry.NoticeOf {
		if status := statusOf(n.Kind); status != Renewed && status != Other {
			r.report(r.work.field, Standing, diag.Warning, "cite the work itself, unless the notice is meant",
				"is only the notice that %q %s", n.DOI, status)
		}
	}
}

// where is the day and the number of a notice, as far as they are known.
func (n Notice) where() (out string) {
	if n.On != "" {
		out += " on " + n.On
	}
	if n.DOI != "" {
		out += fmt.Sprintf(" (notice %q)", n.DOI)
	}
	return out
}

func quoted(names []string) string {
	const most = 3
	var out []string
	for _, name := range names[:min(most, len(names))] {
		out = append(out, fmt.Sprintf("%q", name))
	}
	if len(names) > most {
		out = append(out, "others")
	}
	return strings.Join(out, ", ")
}

func years(list []int) string {
	var out []string
	for _, y := range slices.Sorted(slices.Values(list)) {
		out = append(out, fmt.Sprint(y))
	}
	return strings.Join(out, " or ")
}
