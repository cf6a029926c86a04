package intake

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"comwijzer/tools/internal/bib"
	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/yaml"
)

// schemaLine says where an editor's program finds the shape of a source, from its file.
const schemaLine = "# yaml-language-server: $schema=../../tools/internal/schema/source.json\n"

// fields are those of a source that CSL has, in the order in which they stand.
var fields = strings.Fields(`title author editor publisher container-title collection-title edition number volume issue page genre
	issued accessed language URL DOI ISBN ISSN ECLI authority`)

// YAML returns the text of a record. What CSL knows besides stands under csl.
func (r *Record) YAML() []byte {
	w := &writer{}
	w.WriteString(schemaLine)
	w.text("", "type", r.kind)
	rest := map[string]bool{}
	for _, variable := range r.Work.Variables() {
		rest[variable] = true
	}
	for _, field := range fields {
		if field == "issued" {
			w.byLanguage("label", r.label)
		}
		value, whole := r.field(field)
		if field == "author" || field == "editor" {
			w.names("", field, r.Work.Names[field])
		} else {
			w.text("", field, value)
		}
		rest[field] = rest[field] && !whole
	}
	w.text("", "grade", r.Grade)
	w.text("", "kind_of_use", r.Use)
	w.byLanguage("read_as", r.ReadAs)
	w.csl(r, rest)
	return []byte(w.String())
}

var (
	day         = regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)
	languageTag = regexp.MustCompile(`^[a-z]{2}(-[A-Z]{2})?$`)
)

// field returns what a record says under a field, and whether that is all
// that there is to say.
func (r *Record) field(field string) (value string, whole bool) {
	said := r.Work.Texts[field] + r.Work.Dates[field]
	value = said
	switch field {
	case "accessed":
		value = day.FindString(said)
	case "language":
		value = tag(said)
		return value, value != "" || said == ""
	case "DOI":
		return number(said, cite.DOI), true
	case "ISBN":
		value = isbn(said)
	case "ISSN":
		value, _, _ = strings.Cut(said, ",")
	case "ECLI":
		return ecli(r.Work), true
	}
	return value, value == said
}

// writer writes YAML.
type writer struct{ strings.Builder }

func (w *writer) text(indent, key, value string) {
	if value != "" {
		fmt.Fprintf(w, "%s%s: %s\n", indent, key, yaml.Scalar(value))
	}
}

// byLanguage writes a text for each language, or one for all under "".
func (w *writer) byLanguage(key string, texts map[string]string) {
	w.text("", key, texts[""])
	if len(texts) > 0 && texts[""] == "" {
		w.WriteString(key + ":\n")
		for _, lang := range slices.Sorted(maps.Keys(texts)) {
			w.text("  ", lang, texts[lang])
		}
	}
}

func (w *writer) names(indent, key string, names []cite.Name) {
	if len(names) == 0 {
		return
	}
	w.WriteString(indent + key + ":\n")
	for _, n := range names {
		dash := indent + "  - "
		for _, part := range [][2]string{{"literal", n.Literal}, {"family", n.Family}, {"given", n.Given},
			{"non-dropping-particle", n.Particle}, {"dropping-particle", n.Dropping}, {"suffix", n.Suffix}} {
			if part[1] != "" {
				w.text(dash, part[0], part[1])
				dash = indent + "    "
			}
		}
	}
}

// csl writes what the schema has no field for.
func (w *writer) csl(r *Record, rest map[string]bool) {
	other := r.Work.Type != r.kind
	variables := slices.Sorted(maps.Keys(rest))
	variables = slices.DeleteFunc(variables, func(v string) bool { return !rest[v] })
	if len(variables) == 0 && !other {
		return
	}
	w.WriteString("csl:\n")
	if other {
		w.text("  ", "type", r.Work.Type)
	}
	for _, variable := range variables {
		if bib.IsName(variable) {
			w.names("  ", variable, r.Work.Names[variable])
			continue
		}
		w.text("  ", variable, r.Work.Texts[variable]+r.Work.Dates[variable])
	}
}
