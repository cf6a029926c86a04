package bib

import (
	"cmp"
	"fmt"
	"regexp"
	"strings"
)

// BibTeX returns works as BibTeX that BibLaTeX reads as well.
func BibTeX(items []*Item) []byte {
	var b strings.Builder
	for _, item := range items {
		e := item.entry()
		text := e.String()
		if lost := item.lost(readOne(text)); len(lost) > 0 {
			e.set("note", toTeX(strings.Join(lost, "\n")))
			text = e.String()
		}
		b.WriteString(text + "\n")
	}
	return []byte(b.String())
}

// written is an entry to be written, with its fields in order.
type written struct {
	kind, key string
	fields    [][2]string
}

func (w *written) set(name, value string) {
	if value != "" {
		w.fields = append(w.fields, [2]string{name, value})
	}
}

func (w *written) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "@%s{%s", w.kind, w.key)
	for _, f := range w.fields {
		if f[0] == "month" {
			fmt.Fprintf(&b, ",\n  month = %s", f[1])
			continue
		}
		fmt.Fprintf(&b, ",\n  %s = {%s}", f[0], f[1])
	}
	b.WriteString("\n}\n")
	return b.String()
}

// entry returns the fields that BibTeX has for an item.
func (i *Item) entry() *written {
	w := &written{kind: bib.Entries[i.Type], key: i.ID}
	w.kind = cmp.Or(w.kind, "misc")
	for _, n := range bibNameFields {
		var names []string
		for _, name := range i.Names[n.variable] {
			names = append(names, bibNameText(name))
		}
		if n.field != "holder" {
			w.set(n.field, strings.Join(names, " and "))
		}
	}
	if title := i.Texts["title"]; title != "" {
		w.set("title", "{"+toTitleTeX(title)+"}")
	}
	done := map[string]bool{}
	for _, t := range bib.Texts {
		if field := i.fieldFor(t[0], w.kind); field != "" && !done[t[1]] && i.Texts[t[1]] != "" {
			w.set(field, i.bibText(field, t[1]))
			done[t[1]] = true
		}
	}
	i.moreTexts(w)
	i.bibDates(w)
	return w
}

// fieldFor returns the name of a field in an entry of a kind.
func (i *Item) fieldFor(field, kind string) string {
	switch {
	case field == "journal" && kind != "article" && kind != "review" && kind != "periodical":
		return "booktitle"
	case field == "publisher" && kind == "report":
		return "institution"
	case kind == "jurisdiction" && strings.Contains(" publisher institution school organization ", " "+field+" "), field == "number" && strings.Contains(numbered, " "+kind+" "):
		return "" // which would be read as something else
	}
	return field
}

// numbered are the entries whose number is that of their place in a series.
const numbered = " book incollection inreference software "

func (i *Item) bibText(field, variable string) string {
	text := i.Texts[variable]
	switch {
	case strings.Contains(verbatim, " "+field+" "):
		return unbalanced.Replace(text)
	case field == "pages":
		return pageRange.ReplaceAllString(toTeX(text), "$1--$2")
	case strings.HasSuffix(field, "title") || field == "journal" || field == "series":
		return toTitleTeX(text)
	}
	return toTeX(text)
}

// moreTexts are the numbers that share a field.
func (i *Item) moreTexts(w *written) {
	switch w.kind {
	case "jurisdiction":
		w.set("institution", toTeX(i.Texts["authority"]))
	case "article", "inproceedings", "review", "periodical":
		for n, f := range w.fields {
			if f[0] == "number" { // that of an article
				w.fields[n][0] = "eid"
			}
			if f[0] == "issue" {
				w.fields[n][0] = "number"
			}
		}
	default:
		if strings.Contains(numbered, " "+w.kind+" ") {
			w.set("number", toTeX(i.Texts["collection-number"]))
		}
	}
}

// bibDates writes a date for BibLaTeX, and year and month for BibTeX.
func (i *Item) bibDates(w *written) {
	if date := i.Dates["issued"]; date != "" {
		numbers, _ := point(strings.Split(date, "/")[0])
		w.set("year", fmt.Sprintf("%04d", numbers[0]))
		if len(numbers) > 1 && within(numbers[1], 12) > 0 {
			w.set("month", macros[numbers[1]-1])
		}
		w.set("date", date)
	}
	w.set("urldate", i.Dates["accessed"])
	w.set("origdate", i.Dates["original-date"])
	w.set("eventdate", i.Dates["event-date"])
}

var (
	pageRange  = regexp.MustCompile(`(\w)-(\w)`)
	unbalanced = strings.NewReplacer("{", "%7B", "}", "%7D", "\\", "%5C")
)
