package bib

import (
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"comwijzer/tools/internal/cite"
)

//go:embed ris.json
var risJSON []byte

// ris says what types and tags of RIS are in CSL. Of types with one meaning
// the first is written, and of tags the first that fits and is no other
// program's. https://en.wikipedia.org/wiki/RIS_(file_format)
var ris = table[struct {
	Types [][2]string
	Tags  []risTag
}](risJSON)

func cslType(kind string) string {
	for _, t := range ris.Types {
		if t[0] == kind {
			return t[1]
		}
	}
	return ""
}

func risType(csl string) string {
	for _, t := range ris.Types {
		if t[1] == csl {
			return t[0]
		}
	}
	return "GEN"
}

// risTag is what a tag holds in works of some types, of all when none is
// named: of an edition too, as programs put other dates there for articles.
type risTag struct {
	Tag, Variable string
	Types         []string
	ReadOnly      bool `json:"read_only"`
}

// fits reports whether a tag means this in works of a type.
func (t risTag) fits(kind string) bool {
	return t.Types == nil || slices.Contains(t.Types, kind)
}

// variableOfTag returns what a tag holds in works of a type, "" for
// nothing.
func variableOfTag(tag, kind string) string {
	for _, t := range ris.Tags {
		if t.Tag == tag && t.fits(kind) {
			return t.Variable
		}
	}
	return ""
}

var risLine = regexp.MustCompile(`^([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$`)

// risRecord is the tags of one work as they stand.
type risRecord struct {
	offset int
	kind   string
	tags   []risValue
}

type risValue struct {
	tag, value string
	offset     int
}

// readRIS reads works from TY to ER. A line without tag goes on with the
// one before.
func readRIS(f *file, m months) (items []*Item) {
	var open *risRecord
	at := 0
	for line := range strings.Lines(f.text) {
		offset := at
		at += len(line)
		line = strings.TrimRightFunc(line, unicode.IsSpace)
		found := risLine.FindStringSubmatch(line)
		if found == nil && open != nil && len(open.tags) > 0 {
			last := &open.tags[len(open.tags)-1]
			last.value = strings.TrimSpace(last.value + "\n" + strings.TrimSpace(line))
			if len(last.value) > maxValue {
				f.fault(last.offset, "export the file again", "a value of more than %d MB", maxValue>>20)
				return items
			}
			continue
		}
		var more bool
		if open, more = f.risLine(open, found, line, offset, func(r *risRecord) { items = append(items, r.item(f, m)) }); !more {
			return items
		}
		if len(items) > maxItems {
			f.fault(offset, tooMany, "more than %d works in one file", maxItems)
			return items
		}
	}
	if open != nil && !f.cut {
		f.fault(open.offset, "close it with ER  - , or export the file again", "the work that begins here is not closed")
	}
	return items
}

// risLine reads one line with a tag, and returns the work that is open
// after it and whether to go on.
func (f *file) risLine(open *risRecord, found []string, line string, offset int, done func(*risRecord)) (*risRecord, bool) {
	switch {
	case found == nil:
		if line != "" && open == nil {
			return nil, f.fault(offset, "begin a work with TY  - ", "%q stands in no work", cutShort(line))
		}
	case found[1] == "TY" && open != nil:
		return nil, f.fault(offset, "close the one before it with ER  - ", "a work begins before the one of line %d ends", f.position(open.offset).Line)
	case found[1] == "TY":
		return &risRecord{offset: offset, kind: strings.ToUpper(strings.TrimSpace(found[2]))}, true
	case open == nil:
		return nil, f.fault(offset, "begin a work with TY  - ", "tag %q stands in no work", found[1])
	case found[1] == "ER":
		done(open)
		return nil, true
	case len(open.tags) == maxFields:
		f.fault(offset, "close it with ER  - , or export the file again", "more than %d lines in one work", maxFields)
		return nil, false
	default:
		open.tags = append(open.tags, risValue{found[1], strings.TrimSpace(found[2]), offset})
	}
	return open, true
}

func cutShort(line string) string {
	for i := range line {
		if i > 40 {
			return line[:i] + "…"
		}
	}
	return line
}

// notTaken are tags that say nothing of a work: identifiers of programs,
// files.
var notTaken = map[string]string{"AB": "abstract", "N2": "abstract", "L1": "file", "L2": "file", "L4": "file", "CN": "call-number", "DP": "source", "ID": "id"}

// item returns what a record says in the variables of CSL.
func (r *risRecord) item(f *file, m months) *Item {
	i := NewItem("", cslType(r.kind))
	i.file, i.at[""] = f, r.offset
	if i.Type == "" {
		f.warn(r.offset, "look at its type", "type %q is unknown: it is read as a document", r.kind)
		i.Type = "document"
	}
	var notes []string
	slices.SortStableFunc(r.tags, func(a, b risValue) int { return rank(a.tag) - rank(b.tag) })
	for _, t := range r.tags {
		switch variable := variableOfTag(t.tag, i.Type); {
		case t.value == "":
		case t.tag == "M2" || t.tag == "N1":
			notes = append(notes, t.value)
		case t.tag == "EP":
			i.endPage(t.value)
		case t.tag == "ID":
			i.ID = t.value
		case t.tag == "M3" && is(t.value, cite.DOI):
			i.read("DOI", t.value, t.offset)
		case notTaken[t.tag] != "":
			i.leave(notTaken[t.tag])
		case variable == "":
			i.leave(t.tag)
		default:
			i.tag(m, variable, t)
		}
	}
	if day, unread := i.Texts["day"]; unread {
		delete(i.Texts, "day")
		i.day("issued", "", field{day, i.at["day"]})
	}
	m.extra(i, strings.Join(notes, "\n"))
	return i
}

// rank puts the tags that are written before those that others write for
// the same.
func rank(tag string) int {
	if at := slices.IndexFunc(ris.Tags, func(t risTag) bool { return t.Tag == tag }); at >= 0 {
		return at
	}
	return len(ris.Tags)
}

// is reports whether a text can be read as something.
func is[T any](text string, read func(string) (T, error)) bool {
	_, err := read(text)
	return err == nil
}

func (i *Item) endPage(page string) {
	if first := i.Texts["page"]; first != "" && first != page && !strings.ContainsAny(first, "-–") {
		i.Texts["page"] = first + "-" + page
	}
}

func (i *Item) tag(m months, variable string, t risValue) {
	switch {
	case IsName(variable):
		if _, known := i.at[variable]; !known {
			i.at[variable] = t.offset
		}
		i.Names[variable] = append(i.Names[variable], risName(t.value))
	case IsDate(variable):
		i.risDate(m, variable, t)
	case variable == "keyword":
		i.Texts[variable] = cite.Joined(",", append([]string{i.Texts[variable]}, strings.Split(t.value, "\n")...)...)
	case t.tag == "SN" && (variable != "number" || is(t.value, cite.ISBN)):
		i.serial(variable, t)
	case t.tag == "UR" && i.Texts[variable] != "" && i.Texts[variable] != t.value:
		i.leave("further URL")
	default:
		value := strings.Join(strings.Fields(t.value), " ")
		if variable == "page" {
			value = pageDash.Replace(value)
		}
		i.read(variable, value, t.offset)
	}
}

// serial tells an ISSN from an ISBN: programs have one tag for both.
func (i *Item) serial(variable string, t risValue) {
	for _, number := range strings.FieldsFunc(t.value, func(r rune) bool { return r == ';' || r == ',' }) {
		number = strings.TrimSpace(number)
		bare, _, _ := strings.Cut(number, " (")
		switch {
		case is(bare, cite.ISSN):
			i.read("ISSN", bare, t.offset)
		case is(bare, cite.ISBN):
			i.read("ISBN", bare, t.offset)
		default:
			i.read(variable, number, t.offset)
		}
	}
}

// risDate takes the date that says most: DA may be a day without its year,
// as EndNote writes it.
func (i *Item) risDate(m months, variable string, t risValue) {
	date := m.date(t.value)
	if known := i.Dates[variable]; known != "" && date != "" && len(known) > 4 {
		return
	}
	if date == "" && variable == "issued" && i.Dates[variable] == "" {
		i.Texts["day"], i.at["day"] = t.value, t.offset // until the year is known
		return
	}
	if day := i.Texts["day"]; day != "" && len(date) == 4 {
		if full := m.date(strings.Trim(day, "/ ") + " " + date); full != "" {
			date = full
		}
	}
	delete(i.Texts, "day")
	if date == "" {
		i.day(variable, "", field{t.value, t.offset})
		return
	}
	i.Dates[variable], i.at[variable] = date, t.offset
}

// RIS returns works as RIS.
func RIS(items []*Item) []byte {
	var b strings.Builder
	for _, item := range items {
		lines := item.risLines()
		if lost := item.lost(readOne(risText(lines))); len(lost) > 0 {
			lines = append(lines, [2]string{"M2", strings.Join(lost, "\n")})
		}
		b.WriteString(risText(lines) + "\n")
	}
	return []byte(b.String())
}

func risText(lines [][2]string) string {
	var b strings.Builder
	for _, l := range append(lines, [2]string{"ER", ""}) {
		for value := range strings.SplitSeq(l[1], "\n") {
			fmt.Fprintf(&b, "%s  - %s\r\n", l[0], value)
		}
	}
	return b.String()
}

func (i *Item) risLines() [][2]string {
	lines := [][2]string{{"TY", risType(i.Type)}}
	add := func(tag, value string) {
		if value != "" {
			lines = append(lines, [2]string{tag, value})
		}
	}
	kind := cslType(risType(i.Type)) // as it will be read
	done := map[string]bool{}
	for _, t := range ris.Tags {
		if t.ReadOnly || done[t.Variable] || variableOfTag(t.Tag, kind) != t.Variable {
			continue
		}
		done[t.Variable] = true
		switch {
		case IsName(t.Variable):
			for _, n := range i.Names[t.Variable] {
				add(t.Tag, risNameText(n))
			}
		case t.Variable == "issued" && i.Dates["issued"] != "":
			add("PY", i.Dates["issued"][:4])
			add("DA", risDay(i.Dates["issued"]))
		case IsDate(t.Variable):
			add(t.Tag, risDay(i.Dates[t.Variable]))
		case t.Variable == "page":
			first, last, _ := strings.Cut(i.Texts["page"], "-")
			add("SP", first)
			add("EP", last)
		default:
			add(t.Tag, i.Texts[t.Variable])
		}
	}
	add("ID", i.ID)
	return lines
}

// risDay returns a date as year/month/day/more. What is not one day stands
// in the last part as EDTF.
func risDay(date string) string {
	if date == "" {
		return ""
	}
	numbers, doubt := point(strings.Split(date, "/")[0])
	text := fmt.Sprintf("%04d/", numbers[0])
	for n := 1; n < 3; n++ {
		if n < len(numbers) && numbers[1] <= 12 {
			text += fmt.Sprintf("%02d", numbers[n])
		}
		text += "/"
	}
	if strings.Contains(date, "/") || len(numbers) > 1 && numbers[1] > 12 {
		return text + date
	}
	return text + doubt
}
