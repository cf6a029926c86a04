package bib

import "strings"

// readBibTeX reads BibTeX and BibLaTeX. There is no library for it that
// says where a fault is and keeps names whole: docs/adr/0020.
func readBibTeX(f *file, m months) (items []*Item) {
	b := &bibtex{file: f, strings: map[string]string{}, byKey: map[string]*entry{}}
	for _, name := range macros {
		b.strings[name] = name
	}
	b.scan()
	for _, e := range b.entries {
		b.inherit(e, 0)
		if e.kind != "xdata" {
			items = append(items, e.item(f, m))
		}
	}
	return items
}

type bibtex struct {
	*file
	at      int
	strings map[string]string // @string
	entries []*entry
	byKey   map[string]*entry
}

// entry is a work as it is written: its fields by their names in lower
// case.
type entry struct {
	kind, key string
	offset    int
	fields    map[string]field
	settled   bool // it has what it inherits
}

type field struct {
	value  string
	offset int
}

// scan reads all entries. What stands between them is comment. After a
// fault it goes on at the next line that begins an entry.
func (b *bibtex) scan() {
	for b.findEntry() {
		if len(b.entries) == maxItems {
			b.fault(b.at, tooMany, "more than %d works in one file", maxItems)
			return
		}
		start := b.at
		if b.entry() {
			continue
		}
		if len(b.found) >= maxFaults {
			return
		}
		next := strings.Index(b.text[start+1:], "\n@")
		if next < 0 {
			return
		}
		b.at = start + 1 + next
	}
}

// findEntry goes to the next @ that begins an entry: one with a name and a
// bracket, in a line that is no comment.
func (b *bibtex) findEntry() bool {
	for {
		i := strings.IndexByte(b.text[b.at:], '@')
		if i < 0 {
			return false
		}
		b.at += i
		line := b.text[strings.LastIndexByte(b.text[:b.at], '\n')+1 : b.at]
		ahead := bibtex{file: b.file, at: b.at + 1}
		name := ahead.word()
		ahead.blank()
		if name != "" && !strings.HasPrefix(strings.TrimSpace(line), "%") && (ahead.sees('{') || ahead.sees('(') || name == "comment") {
			return true
		}
		b.at++
	}
}

func (b *bibtex) sees(c byte) bool { return b.at < len(b.text) && b.text[b.at] == c }

// blank goes past space, and past comments to the end of their line.
func (b *bibtex) blank() {
	for b.at < len(b.text) {
		switch c := b.text[b.at]; {
		case c == '%':
			end := strings.IndexByte(b.text[b.at:], '\n')
			if end < 0 {
				end = len(b.text) - b.at
			}
			b.at += end
		case isSpace(c):
			b.at++
		default:
			return
		}
	}
}

// word reads a name: of an entry, a field or a macro, in lower case.
func (b *bibtex) word() string {
	b.blank()
	start := b.at
	for b.at < len(b.text) && !strings.ContainsRune(" \t\n{}()\",=#%@\\~", rune(b.text[b.at])) {
		b.at++
	}
	return strings.ToLower(b.text[start:b.at])
}

// entry reads what begins with @, and reports whether it is whole.
func (b *bibtex) entry() bool {
	e := &entry{offset: b.at, fields: map[string]field{}}
	b.at++
	e.kind = b.word()
	b.blank()
	closing := byte('}')
	switch {
	case b.sees('('):
		closing = ')'
	case !b.sees('{'): // a comment to the end of the line
		return true
	}
	b.at++
	switch e.kind {
	case "comment":
		b.at--
		_, whole := b.group()
		return whole
	case "preamble":
		_, whole := b.value("")
		return whole && b.closed(e, closing)
	case "string":
		return b.define(e, closing)
	}
	b.blank()
	start := b.at
	for b.at < len(b.text) && !strings.ContainsRune(",}\n=", rune(b.text[b.at])) && b.text[b.at] != closing {
		b.at++
	}
	e.key = strings.TrimSpace(b.text[start:b.at])
	if !b.body(e, closing) {
		return false
	}
	b.add(e)
	return true
}

// add keeps an entry. Of two with one key only the first can be meant by
// others.
func (b *bibtex) add(e *entry) {
	key := strings.ToLower(e.key)
	if first := b.byKey[key]; first == nil {
		b.byKey[key] = e
	}
	b.entries = append(b.entries, e)
}

// body reads the fields of an entry, up to its bracket.
func (b *bibtex) body(e *entry, closing byte) bool {
	for {
		b.blank()
		if !b.sees(',') {
			return b.closed(e, closing)
		}
		for b.sees(',') { // two of them are one
			b.at++
			b.blank()
		}
		if !b.sees(closing) && !b.field(e) {
			return false
		}
	}
}

// field reads name = value.
func (b *bibtex) field(e *entry) bool {
	offset := b.at
	name := b.word()
	b.blank()
	switch {
	case b.at >= len(b.text):
		return b.closed(e, '}')
	case name == "":
		return b.broken("write name = {value}", "unexpected %q in entry %q", b.here(), e.key)
	case !b.sees('='):
		return b.broken("write "+name+" = {value}", "no = after %q in entry %q", name, e.key)
	}
	b.at++
	value, whole := b.value(name)
	if whole && e.fields[name].value == "" {
		e.fields[name] = field{value, offset}
	}
	return whole
}

// define reads a macro: @string{name = value}.
func (b *bibtex) define(e *entry, closing byte) bool {
	name := b.word()
	b.blank()
	if !b.sees('=') {
		return b.broken("write @string{name = {text}}", "no = after %q in @string", name)
	}
	b.at++
	value, whole := b.value(name)
	b.strings[name] = value
	return whole && b.closed(e, closing)
}

// closed reports whether an entry ends here.
func (b *bibtex) closed(e *entry, closing byte) bool {
	b.blank()
	switch {
	case b.sees(closing):
		b.at++
		return true
	case b.at >= len(b.text):
		return b.open(e.offset, "entry %q begins here, and is not closed", e.key)
	}
	return b.broken("close the value before it, or put a comma there", "unexpected %q in entry %q", b.here(), e.key)
}

// value reads texts in braces or quotation marks, numbers and macros,
// joined by #.
func (b *bibtex) value(name string) (value string, whole bool) {
	for {
		b.blank()
		part, whole := b.piece(name)
		if !whole {
			return "", false
		}
		value += part
		b.blank()
		if !b.sees('#') {
			return value, true
		}
		b.at++
	}
}

func (b *bibtex) piece(name string) (string, bool) {
	switch {
	case b.sees('{'):
		return b.group()
	case b.sees('"'):
		return b.until('"', "quotation mark")
	}
	start := b.at
	word := b.word()
	if text, known := b.strings[word]; known || word != "" && strings.Trim(word, "0123456789") == "" {
		if known {
			return text, true
		}
		return word, true
	}
	b.at = start
	if word == "" {
		return "", b.broken("write "+name+" = {value}", "no value for %q", name)
	}
	return "", b.broken("write it in braces, or define it with @string", "%q is no macro that the file defines", word)
}

// group reads a text in braces.
func (b *bibtex) group() (string, bool) { return b.until('}', "brace") }

// until reads a text up to what closes it; braces in it come in pairs, in
// quotation marks too.
func (b *bibtex) until(closing byte, what string) (string, bool) {
	start, depth := b.at, 0
	for i := start + 1; i < min(len(b.text), start+maxValue); i++ {
		c := b.text[i]
		switch {
		case c == closing && depth == 0:
			b.at = i + 1
			return b.text[start+1 : i], true
		case c == '\\':
			i++
		case c == '{':
			depth++
		case c == '}':
			depth--
		}
	}
	if len(b.text) > start+maxValue {
		return "", b.fault(start, "close it", "a value of more than %d MB: the %s that opens here is not closed", maxValue>>20, what) && false
	}
	return "", b.open(start, "the %s that opens here is not closed", what)
}

// open notes what is not closed; not where the text itself is cut off.
func (b *bibtex) open(offset int, format string, args ...any) bool {
	if !b.cut {
		b.fault(offset, "close it, or export the file again", format, args...)
	}
	return false
}

func (b *bibtex) broken(hint, format string, args ...any) bool {
	b.fault(b.at, hint, format, args...)
	return false
}

// here returns the beginning of what stands at this place.
func (b *bibtex) here() string {
	for i := range b.text[b.at:] {
		if i > 0 {
			return b.text[b.at : b.at+i]
		}
	}
	return b.text[b.at:]
}

// inherit gives an entry what it takes from others: crossref and xdata.
func (b *bibtex) inherit(e *entry, depth int) {
	if e.settled || depth > maxInherit {
		return
	}
	e.settled = true
	for _, source := range []string{"xdata", "crossref"} {
		names := e.fields[source]
		for _, key := range strings.Split(names.value, ",") {
			key = strings.ToLower(strings.TrimSpace(key))
			parent := b.byKey[key]
			switch {
			case key == "":
			case parent == nil:
				b.warn(names.offset, "export that one with it", "entry %q takes fields from %q, which is not in the file", e.key, key)
			default:
				b.inherit(parent, depth+1)
				e.take(parent, source == "xdata")
			}
		}
	}
}

// maxInherit bounds a chain of entries that take from each other.
const maxInherit = 8

// own are fields that no entry takes from another.
var own = " crossref xref xdata entryset related label shorttitle sorttitle title subtitle titleaddon keywords abstract annote annotation note file "

// renamed are the fields of a whole that have other names in its parts.
var renamed = map[string]string{"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}

// take copies the fields that an entry lacks. Data sets for it are copied
// as they are.
func (e *entry) take(parent *entry, asIs bool) {
	for name, f := range parent.fields {
		to := name
		switch {
		case asIs:
		case parent.kind == "periodical" && name == "title":
			to = "journaltitle"
		case renamed[name] != "" && e.kind != "article":
			to = renamed[name]
		case parent.kind != e.kind && name == "author" && e.kind != "inbook":
			continue // that of the whole
		case strings.Contains(own, " "+name+" "):
			continue
		}
		if e.fields[to].value == "" && (e.fields["author"].value == "" || to != "author") {
			e.fields[to] = f
		}
	}
}
