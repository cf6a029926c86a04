package bib

import (
	"cmp"
	_ "embed"
	"maps"
	"regexp"
	"slices"
	"strings"

	"comwijzer/tools/internal/cite"
)

//go:embed bibtex.json
var bibJSON []byte

// bib says what BibTeX and BibLaTeX have for what CSL has. Of the fields of
// text the first that is given counts, and the name that a variable has
// first is written; genres are words for kinds of works, and entries that
// say one by themselves.
var bib = table[struct {
	Types   map[string]string // of CSL, by the kind of entry
	Entries map[string]string // by the type of CSL; what is not listed is misc
	Texts   [][2]string       // fields and their variables
	Genres  map[string]string
}](bibJSON)

var bibNameFields = []struct{ field, variable string }{
	{"author", "author"}, {"editor", "editor"}, {"translator", "translator"}, {"bookauthor", "container-author"}, {"holder", "author"},
}

// verbatim are the fields that TeX does not read as text.
var verbatim = " doi isbn issn url eprint pmid pmcid file "

// usedAnyhow are fields that say where the rest stands, and those that are
// read together.
var usedAnyhow = map[string]bool{
	"crossref": true, "xref": true, "xdata": true, "ids": true, "year": true, "month": true, "day": true,
	"howpublished": true, "eprint": true, "eprinttype": true, "archiveprefix": true, "eprintclass": true, "primaryclass": true,
}

// item returns what an entry says in the variables of CSL.
func (e *entry) item(f *file, m months) *Item {
	i := NewItem(e.key, bib.Types[e.kind])
	i.file, i.at[""] = f, e.offset
	if i.Type == "" {
		f.warn(e.offset, "look at its type", "entry type %q is unknown: it is read as a document", e.kind)
		i.Type = "document"
	}
	used := maps.Clone(usedAnyhow)
	e.names(i, used)
	e.title(i, used)
	for _, t := range bib.Texts {
		if field, given := e.fields[t[0]]; given {
			used[t[0]] = true
			i.read(t[1], e.text(t[0]), field.offset)
		}
	}
	if i.Texts["container-title"] == i.Texts["title"] && e.kind == "book" { // said for its chapters
		delete(i.Texts, "container-title")
	}
	e.dates(i, m, used)
	e.elsewhere(i)
	e.numbers(i, used)
	if note, given := e.fields["note"]; given {
		used["note"] = true
		m.extra(i, plainLines(note.value))
	}
	for _, field := range slices.Sorted(maps.Keys(e.fields)) {
		if !used[field] {
			i.leave(field)
		}
	}
	return i
}

// plainLines reads lines of TeX, which stay lines: Zotero ends those of
// Extra so.
func plainLines(note string) string {
	lines := strings.Split(strings.ReplaceAll(note, `\\`, "\n"), "\n")
	for i := range lines {
		lines[i] = plainTeX(lines[i])
	}
	return strings.Join(lines, "\n")
}

// read fills a variable that is still empty, and remembers its place.
func (i *Item) read(variable, value string, offset int) {
	switch addresses := strings.Fields(value); {
	case variable == "URL" && len(addresses) > 1: // Mendeley
		value = addresses[0]
		i.leave("further URL")
	case variable == "ISBN" && is(value, cite.ISSN): // of an article, in Mendeley
		variable = "ISSN"
	}
	if value != "" && i.Texts[variable] == "" {
		i.Texts[variable], i.at[variable] = value, offset
	}
}

func (e *entry) text(name string) string {
	value := e.fields[name].value
	switch {
	case strings.Contains(verbatim, " "+name+" "):
		return strings.TrimSpace(unescape(strings.Trim(value, "{} \n\t")))
	case name == "pages":
		return pageDash.Replace(plainTeX(value))
	case name == "type" || name == "entrysubtype":
		if genre := bib.Genres[strings.ToLower(value)]; genre != "" {
			return genre
		}
	}
	if strings.HasSuffix(name, "title") || strings.HasPrefix(name, "journal") || name == "series" {
		return titleTeX(value)
	}
	return plainTeX(value)
}

var pageDash = strings.NewReplacer("--", "-", "–", "-")

// unescape takes the backslashes out of what TeX does not read as text,
// where programs put them all the same.
func unescape(text string) string { return escaped.ReplaceAllString(text, "$1$2") }

var escaped = regexp.MustCompile(`\{\\([_%&#$~])\}|\\([_%&#$~{}])`)

func (e *entry) names(i *Item, used map[string]bool) {
	for _, n := range bibNameFields {
		field, given := e.fields[n.field]
		used[n.field] = true
		if !given || len(i.Names[n.variable]) > 0 {
			continue
		}
		names, others := bibNames(field.value)
		i.Names[n.variable], i.at[n.variable] = names, field.offset
		if others {
			i.file.warn(field.offset, "name them in the record, as the work does", "entry %q has more names than the file: and others", e.key)
		}
	}
}

// title joins the parts of a title: APA has a colon between them.
func (e *entry) title(i *Item, used map[string]bool) {
	for _, t := range []struct{ title, subtitle, variable string }{
		{"title", "subtitle", "title"}, {"journaltitle", "journalsubtitle", "container-title"}, {"booktitle", "booksubtitle", "container-title"},
	} {
		main, sub := titleTeX(e.fields[t.title].value), titleTeX(e.fields[t.subtitle].value)
		used[t.title], used[t.subtitle] = true, true
		if inner, ok := braced(e.fields[t.title].value); ok {
			main = titleTeX(inner)
		}
		i.read(t.variable, cite.Joined(": ", main, sub), e.fields[t.title].offset)
	}
}

// numbers puts the number of an entry where CSL has it, by what it is.
func (e *entry) numbers(i *Item, used map[string]bool) {
	number := i.Texts["number"]
	variable := "collection-number"
	switch e.kind {
	case "article", "suppperiodical", "periodical", "inproceedings", "conference", "review":
		variable = "issue"
	case "report", "techreport", "patent", "legislation", "legal", "jurisdiction", "standard", "thesis", "misc", "online", "manual", "dataset", "unpublished", "booklet", "movie", "video":
		variable = "number"
	}
	if number != "" && variable != "number" {
		delete(i.Texts, "number")
		i.read(variable, number, i.at["number"])
	}
	if eid, given := e.fields["eid"]; given { // the number of an article
		used["eid"] = true
		i.read("number", plainTeX(eid.value), eid.offset)
	}
	if e.kind == "jurisdiction" && i.Texts["authority"] == "" && i.Texts["publisher"] != "" {
		i.read("authority", i.Texts["publisher"], i.at["publisher"])
		delete(i.Texts, "publisher")
	}
	if e.kind == "misc" && e.fields["url"].value+e.fields["howpublished"].value != "" && i.Texts["URL"] != "" {
		i.Type = "webpage" // which BibTeX has no entry for
	}
	if genre := bib.Genres[e.kind]; genre != "" && e.kind != "techreport" {
		i.read("genre", genre, e.offset)
	}
}

func (e *entry) dates(i *Item, m months, used map[string]bool) {
	for _, d := range []struct{ field, variable string }{
		{"date", "issued"}, {"urldate", "accessed"}, {"lastchecked", "accessed"}, {"origdate", "original-date"}, {"eventdate", "event-date"},
	} {
		field, given := e.fields[d.field]
		used[d.field] = true
		if given {
			date := openEnd(strings.Trim(field.value, "{} \n\t"))
			i.day(d.variable, cmp.Or(m.date(date), m.date(plainTeX(date))), field)
		}
	}
	if year, given := e.fields["year"]; given && i.Dates["issued"] == "" {
		i.day("issued", e.day(m), year)
	}
}

// openEnd leaves out an end that is open: EDTF level 1 here has none.
func openEnd(date string) string { return strings.TrimSuffix(strings.TrimSuffix(date, "/.."), "/") }

// day joins year, month and day. A month may hold the day: mar # "~12".
func (e *entry) day(m months) string {
	year, month := plainTeX(e.fields["year"].value), plainTeX(e.fields["month"].value)
	day := atoi(plainTeX(e.fields["day"].value))
	for _, word := range strings.FieldsFunc(month, func(r rune) bool { return r == ' ' || r == '.' || r == ',' || r == '~' }) {
		if n := within(atoi(word), 31); n > 0 && month != word {
			day = n
		} else if n := m.number(word); n > 0 {
			month = word
		}
	}
	if len(year) == 4 && atoi(year) > 0 {
		return edtf(year, m.number(month), day)
	}
	return m.date(year)
}

// day fills a date, or says that there is none to be read.
func (i *Item) day(variable, date string, from field) {
	value := plainTeX(from.value)
	switch {
	case date == "" && value != "":
		i.file.warn(from.offset, "look it up, and write it into the record", "%s %q is no date that can be read: it is left out", variable, value)
		i.leave(variable)
	case i.Dates[variable] == "" && date != "":
		i.Dates[variable], i.at[variable] = date, from.offset
	}
}

var webAddress = regexp.MustCompile(`https?://[^\s{}]+`)

// elsewhere reads addresses from where people put them, and preprints.
func (e *entry) elsewhere(i *Item) {
	how := e.fields["howpublished"]
	if address := webAddress.FindString(unescape(how.value)); address != "" {
		i.read("URL", address, how.offset)
	} else {
		i.read("publisher", plainTeX(how.value), how.offset)
	}
	id, kind := e.text("eprint"), strings.ToLower(e.fields["eprinttype"].value+e.fields["archiveprefix"].value)
	switch {
	case id == "":
	case kind == "arxiv":
		i.read("URL", "https://arxiv.org/abs/"+id, e.fields["eprint"].offset)
		i.read("archive", "arXiv", e.fields["eprint"].offset)
		i.read("archive_location", id, e.fields["eprint"].offset)
	case kind == "pubmed" || kind == "pmid":
		i.read("PMID", id, e.fields["eprint"].offset)
	default:
		i.leave("eprint")
	}
}
