package review

import (
	"cmp"
	"fmt"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/yaml"
)

// document is YAML with the name of the place it stands in.
type document struct {
	site.Document
	lang string // of a page; "" elsewhere
	file string
}

// kind returns what kind of change it is when a field changes.
func (d document) kind(field string) string {
	return cmp.Or(weighs.Fields[d.Schema.Name+" "+field], weighs.Fields[d.Schema.Name], weighs.Fields[field])
}

// documentsOf lists front matter, blocks, records and lists by their place:
// the file, the schema, and which of those in the file it is.
func documentsOf(s *site.Site, now func(file string) string) map[string]document {
	langs := map[string]string{}
	for _, p := range s.Pages {
		langs[p.File] = p.Lang
	}
	all, count := map[string]document{}, map[string]int{}
	for _, d := range s.Documents() {
		file := d.Position("").File
		if file == site.RedirectsFile {
			continue // compared by what they say
		}
		place := now(file) + " " + d.Schema.Name
		count[place]++
		all[place+" "+strconv.Itoa(count[place])] = document{d, langs[file], file}
	}
	return all
}

// documents compares front matter, blocks, records and lists.
func (r *reviewer) documents() {
	was, is := documentsOf(r.was.Site, r.names.fileNow), documentsOf(r.is.Site, func(file string) string { return file })
	for _, place := range slices.Sorted(maps.Keys(is)) {
		doc := is[place]
		if old, ok := was[place]; ok {
			r.values(doc, "", old.Value, doc.Value)
		} else if doc.lang == "" || strings.HasPrefix(doc.Schema.Name, "block-") {
			r.report(cmp.Or(doc.kind(""), "new"), doc.Position(""), "new: "+doc.Schema.Name)
		}
	}
	for _, place := range slices.Sorted(maps.Keys(was)) {
		if _, ok := is[place]; !ok {
			r.report(cmp.Or(was[place].kind(""), "removed"), diag.Position{File: was[place].file}, "removed: "+was[place].Schema.Name)
		}
	}
}

// values compares what stands at a place of a document. An absent value is nil.
func (r *reviewer) values(doc document, pointer string, was, is any) {
	if r.names.equal(was, is) {
		return
	}
	old, wasMap := was.(map[string]any)
	now, isMap := is.(map[string]any)
	before, wasList := was.([]any)
	after, isList := is.([]any)
	switch {
	case wasMap && isMap:
		keys := maps.Clone(old)
		maps.Copy(keys, now)
		for _, key := range slices.Sorted(maps.Keys(keys)) {
			r.values(doc, pointer+yaml.Pointer(key), old[key], now[key])
		}
	case wasList && isList:
		r.lists(doc, pointer, before, after)
	default:
		r.value(doc, pointer, was, is)
	}
}

// lists compares lists: what stands in both is left out, the rest is
// compared in order.
func (r *reviewer) lists(doc document, pointer string, was, is []any) {
	rest := slices.Clone(was)
	var fresh []int
	for i, v := range is {
		if at := slices.IndexFunc(rest, func(w any) bool { return r.names.equal(w, v) }); at >= 0 {
			rest = slices.Delete(rest, at, at+1)
		} else {
			fresh = append(fresh, i)
		}
	}
	if len(rest)+len(fresh) == 0 {
		r.report("moved", doc.Position(pointer), "the order of "+pointer)
		return
	}
	for n := range max(len(rest), len(fresh)) {
		var old, now any
		at := pointer
		if n < len(rest) {
			old = rest[n]
		}
		if n < len(fresh) {
			now, at = is[fresh[n]], pointer+"/"+strconv.Itoa(fresh[n])
		}
		r.values(doc, at, old, now)
	}
}

// value reports a field that changed.
func (r *reviewer) value(doc document, pointer string, was, is any) {
	field, lang, parent := "", doc.lang, path.Dir(pointer)
	for part := range strings.SplitSeq(pointer, "/") {
		if _, ok := r.readers[part]; ok {
			lang = part
		} else if _, err := strconv.Atoi(part); err != nil {
			field = part
		}
	}
	if lang == "" && field == "title" { // of a source, in its own
		lang = doc.Text("/language")
	}
	old, wasText := was.(string)
	now, isText := is.(string)
	kinds := []string{doc.kind(field)}
	message := fmt.Sprintf("%s: %s → %s", strings.TrimPrefix(pointer, "/"), shown(was), shown(is))
	if field == "right" {
		message = fmt.Sprintf("%q: %s → %s", doc.Text(parent+"/text"), shown(was), shown(is))
	}
	if slices.Contains(books, field) {
		kinds = append(kinds, "text")
	} else if wasText && isText {
		before, after := &site.Passage{Lang: lang, Text: old}, &site.Passage{Lang: lang, Text: now}
		kinds = append(kinds, r.readers[lang].compare(before, after)...)
		message = strings.TrimPrefix(pointer, "/") + ": " + change(old, now)
		if slices.Contains(weighs.Advice, doc.Schema.Name+" "+field) && r.advises(lang, before, after) {
			kinds = append(kinds, "advice")
		}
		if doc.Schema.Name == "signal" {
			kinds = append(kinds, "acted")
		}
		if lang != "" && weight(heaviest(kinds[1:])) >= weight("acted") && r.readers[lang].news(old, now) == 0 {
			kinds = []string{"wording"} // other words for the same
		}
	} else if is == nil {
		kinds = append(kinds, "removed")
	} else if was == nil && kinds[0] != "guard" && kinds[0] != "answer" {
		kinds = []string{"new"}
	}
	at := doc.Position(pointer)
	if at.Line == 0 {
		at = doc.Position("")
	}
	r.report(heaviest(kinds), at, message)
}

// shown returns a value in a line.
func shown(v any) string {
	if v == nil {
		return "nothing"
	}
	return strconv.Quote(short(nil, strings.Fields(fmt.Sprint(v)), nil))
}
