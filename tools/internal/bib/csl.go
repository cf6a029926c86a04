package bib

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"comwijzer/tools/internal/cite"
)

// readCSL reads CSL-JSON: a list of items, or one.
// https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
func readCSL(f *file, m months) (items []*Item) {
	r := &cslReader{file: f, months: m, dec: json.NewDecoder(strings.NewReader(f.text))}
	err := r.each(func() error {
		item, err := r.item()
		if err == nil {
			items = append(items, item)
		}
		if err == nil && len(items) > maxItems {
			f.fault(item.at[""], tooMany, "more than %d works in one file", maxItems)
			return errStop
		}
		return err
	})
	if err != nil && !errors.Is(err, errStop) {
		r.broken(err)
	}
	return items
}

var errStop = errors.New("stop")

type cslReader struct {
	*file
	months
	dec   *json.Decoder
	start int // of the item that is read
}

// each reads a list, or the one thing there is in its place.
func (r *cslReader) each(one func() error) error {
	if !strings.HasPrefix(strings.TrimSpace(r.text), "[") {
		return one()
	}
	if _, err := r.dec.Token(); err != nil {
		return err
	}
	for r.dec.More() {
		if err := one(); err != nil {
			return err
		}
	}
	_, err := r.dec.Token()
	return err
}

// broken says where JSON cannot be read.
func (r *cslReader) broken(err error) {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	at := r.next(int(r.dec.InputOffset()))
	switch {
	case errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF):
		if !r.cut { // by us
			r.fault(len(r.text), "it may be cut off: export it again", "the JSON ends too soon")
		}
	case errors.As(err, &kind):
		r.fault(r.start, "export it again as CSL-JSON", "not CSL-JSON: %s where an item should be", kind.Value)
	case errors.As(err, &syntax):
		r.fault(min(max(int(syntax.Offset)-1, at), len(r.text)), "mend it there, or export it again", "not JSON: %s", syntax)
	default:
		r.fault(at, "export it again as CSL-JSON", "not CSL-JSON: %v", err)
	}
}

// next returns where the next thing begins.
func (r *cslReader) next(at int) int {
	return len(r.text) - len(strings.TrimLeft(r.text[at:], " \t\n,:"))
}

// item reads an item by its keys, so that each has a place.
func (r *cslReader) item() (*Item, error) {
	r.start = r.next(int(r.dec.InputOffset()))
	item := NewItem("", "")
	item.file, item.at[""] = r.file, r.start
	opening, err := r.dec.Token()
	if err != nil {
		return nil, err
	}
	if opening != json.Delim('{') {
		return nil, &json.UnmarshalTypeError{Value: fmt.Sprintf("%v", opening)}
	}
	var note string
	for r.dec.More() {
		at := r.next(int(r.dec.InputOffset()))
		key, err := r.dec.Token()
		if err != nil {
			return nil, err
		}
		var value any
		numbers := json.RawMessage{}
		if err := r.dec.Decode(&numbers); err != nil {
			return nil, err
		}
		exact := json.NewDecoder(bytes.NewReader(numbers))
		exact.UseNumber()
		_ = exact.Decode(&value)
		name := key.(string)
		item.at[name] = at
		if name == "note" {
			note, _ = value.(string)
			continue
		}
		r.variable(item, name, value, at)
	}
	r.extra(item, note)
	_, err = r.dec.Token()
	return item, err
}

// synonyms are names of variables that programs and older versions use.
var synonyms = map[string]string{
	"event": "event-title", "shortTitle": "title-short", "journalAbbreviation": "container-title-short",
}

func (r *cslReader) variable(item *Item, name string, value any, at int) {
	if canonical := synonyms[name]; canonical != "" {
		name = canonical
		item.at[name] = at
	}
	switch {
	case name == "id":
		item.ID = fmt.Sprint(value)
	case name == "type":
		item.Type = fmt.Sprint(value)
	case IsName(name):
		item.Names[name] = r.names(name, value, at)
	case IsDate(name):
		r.cslDate(item, name, value, at)
	case IsText(name):
		item.Texts[name] = r.plain(name, value, at)
	default:
		item.leave(name)
	}
}

// plain returns a text or number, without the marks that only say how a
// title keeps its capitals.
func (r *cslReader) plain(name string, value any, at int) string {
	switch v := value.(type) {
	case string:
		return strings.TrimSpace(withoutNocase(v))
	case json.Number:
		return v.String()
	case nil:
		return ""
	}
	r.fault(at, "write it as text", "%q is neither text nor a number", name)
	return ""
}

// withoutNocase takes out <span class="nocase">, which may stand around
// other marks.
func withoutNocase(title string) string {
	before, rest, found := strings.Cut(title, `<span class="nocase">`)
	if !found {
		return title
	}
	inner := 1
	for at := 0; at < len(rest); at++ {
		switch {
		case strings.HasPrefix(rest[at:], "<span"):
			inner++
		case strings.HasPrefix(rest[at:], "</span>"):
			if inner--; inner == 0 {
				return withoutNocase(before + rest[:at] + rest[at+len("</span>"):])
			}
		}
	}
	return title
}

func (r *cslReader) names(variable string, value any, at int) (names []cite.Name) {
	src, _ := json.Marshal(value)
	if json.Unmarshal(src, &names) != nil {
		r.fault(at, `write a list of {"family": …, "given": …} or {"literal": …}`, "%q is no list of names", variable)
		return nil
	}
	return slices.DeleteFunc(names, func(n cite.Name) bool { return n == cite.Name{} })
}

// cslDate reads a date in any of the forms of CSL-JSON. A date that cannot
// be read is reported, and not guessed.
func (r *cslReader) cslDate(item *Item, name string, value any, at int) {
	date, _ := value.(map[string]any)
	text, said := value.(string) // EDTF, as newer programs write it
	if !said {
		text = r.parts(date)
	}
	for _, key := range []string{"raw", "literal"} {
		if other, ok := date[key].(string); ok && text == "" {
			text, said = other, true
		}
	}
	switch day := r.date(text); {
	case day != "":
		item.Dates[name] = day
	case said || len(date) > 0:
		src, _ := json.Marshal(value)
		r.warn(at, "look it up, and write it into the record", "%s %s is no date that can be read: it is left out", name, src)
		item.leave(name)
	}
}

// parts returns the EDTF of date-parts, season and circa.
func (r *cslReader) parts(date map[string]any) string {
	ends, _ := date["date-parts"].([]any)
	var out []string
	for _, end := range ends {
		var numbers []int
		parts, _ := end.([]any)
		for _, part := range parts {
			numbers = append(numbers, atoi(strings.TrimSpace(fmt.Sprint(part))))
		}
		numbers = append(numbers, 0, 0, 0)
		season := atoi(fmt.Sprint(date["season"]))
		if numbers[1] == 0 && season > 0 {
			numbers[1] = 20 + (season-1)%4 + 1
		}
		out = append(out, edtf(fmt.Sprintf("%04d", numbers[0]), numbers[1], numbers[2])+doubt(date["circa"]))
	}
	return strings.Join(out, "/")
}

// doubt returns the mark of EDTF for what CSL has one for. We write ours
// into it.
func doubt(circa any) string {
	switch v := circa.(type) {
	case string:
		if v == "?" || v == "%" {
			return v
		}
		return strings.Repeat("~", min(len(v), 1))
	case bool:
		return strings.Repeat("~", map[bool]int{true: 1}[v])
	case json.Number:
		return strings.Repeat("~", min(atoi(v.String()), 1))
	}
	return ""
}

// CSL returns works as CSL-JSON.
func CSL(items []*Item) ([]byte, error) {
	out := []map[string]any{}
	for _, item := range items {
		object := item.csl()
		src, err := json.Marshal(object)
		if err != nil {
			return nil, err
		}
		if lost := item.lost(readOne(string(src))); len(lost) > 0 {
			object["note"] = strings.Join(lost, "\n")
		}
		out = append(out, object)
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	err := enc.Encode(out)
	return b.Bytes(), err
}

func (i *Item) csl() map[string]any {
	out := map[string]any{"id": i.ID, "type": i.Type}
	for name, text := range i.Texts {
		out[name] = text
	}
	for name, names := range i.Names {
		out[name] = append([]cite.Name{}, names...)
	}
	for name, date := range i.Dates {
		out[name] = dateParts(date)
	}
	delete(out, "ECLI") // which CSL has no variable for
	return out
}

func dateParts(date string) map[string]any {
	out := map[string]any{}
	var ends [][]int
	for _, end := range strings.Split(date, "/") {
		numbers, doubt := point(end)
		if len(numbers) == 2 && numbers[1] > 20 {
			out["season"], numbers = strconv.Itoa(numbers[1]-20), numbers[:1]
		}
		if doubt == "~" {
			out["circa"] = true
		} else if doubt != "" {
			out["circa"] = doubt
		}
		ends = append(ends, numbers)
	}
	out["date-parts"] = ends
	return out
}
