package main

import (
	"cmp"
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"

	"comwijzer/tools/internal/schema"
	"comwijzer/tools/internal/text"
	"comwijzer/tools/internal/yaml"
)

// testimony are the fields that only somebody who did something may fill in.
var testimony = []string{"checked", "checked_on", "checked_by", "verified_on", "reviewed_on", "read_as", "accessed"}

// record returns the text of a record, with where its schema stands in schemas.
func (n *novelty) record(schemas string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# yaml-language-server: $schema=../../%s/%s.json\n", schemas, n.kind)
	for _, f := range n.fields {
		n.field(&b, f)
	}
	return b.String()
}

// page returns the text of a page in a language, without what it says.
func (n *novelty) page(lang string) string {
	var b strings.Builder
	b.WriteString("---\n")
	for _, f := range n.fields {
		switch value := cmp.Or(n.given[f.Name+"."+lang], n.given[f.Name]); {
		case f.Name == "type":
			fmt.Fprintf(&b, "type: %s\n", n.typ)
		case f.Name == "date":
			fmt.Fprintf(&b, "date: %s\n", n.today)
		case f.Name == "slug" && value == "" && lang != n.site.DefaultLanguage():
			if title := n.answer(schema.Field{Name: "title", Required: true}, lang); title != "" {
				fmt.Fprintf(&b, "slug: %s\n", slug(title, path.Base(n.name)))
			}
		case f.Name == "draft" && n.draft:
			b.WriteString("draft: true\n")
		case f.Name == "publishDate" && n.from != "":
			fmt.Fprintf(&b, "publishDate: %s\n", n.from)
		case slices.Contains([]string{"array", "integer", "boolean"}, f.Type):
			n.line(&b, "", f, n.answer(f, "")) // the same in every language
		default:
			n.line(&b, "", f, n.answer(f, lang))
		}
	}
	b.WriteString("---\n")
	return b.String()
}

func (n *novelty) field(out io.Writer, f schema.Field) {
	if !f.Texts {
		n.line(out, "", f, n.answer(f, ""))
		return
	}
	head := f.Name + ":\n"
	for _, lang := range n.site.Languages {
		if value := n.answer(f, lang); value != "" {
			fmt.Fprint(out, head)
			n.line(out, "  ", schema.Field{Name: lang}, value)
			head = ""
		}
	}
}

// answer returns what was given for a field, or is answered now: once.
func (n *novelty) answer(f schema.Field, lang string) string {
	key := f.Name
	if lang != "" {
		key += "." + lang
	}
	value, given := n.given[key]
	if !given {
		value, given = n.given[f.Name]
	}
	if !given && f.Required && n.stopped == nil && !slices.Contains(testimony, f.Name) && (f.Texts || f.Type != "object") { // lists by language take an editor
		value, n.stopped = n.ask.ask(n.question(key, f), n.preset(f), func(answer string) string { return n.wrong(f, lang, answer) })
	}
	n.given[key] = value
	return value
}

func (n *novelty) question(key string, f schema.Field) string {
	about := n.say(f.Doc)
	if len(f.Enum) > 0 {
		about = strings.TrimSpace(about + " " + n.say("One of "+strings.Join(f.Enum, ", ")))
	}
	if about != "" {
		return key + " (" + about + ")"
	}
	return key
}

// preset returns what a field most likely is: the place after the last in a list.
func (n *novelty) preset(f schema.Field) string {
	if f.Name != "order" {
		return ""
	}
	last := 0
	for _, r := range n.site.RecordsOf(n.kind) {
		last = max(last, r.Order)
	}
	return strconv.Itoa(last + 10)
}

// wrong says what is wrong with an answer, in a line.
func (n *novelty) wrong(f schema.Field, lang, answer string) string {
	message, hint := n.fault(f, lang, answer)
	return strings.TrimSuffix(n.say(message)+": "+n.say(hint), ": ")
}

// fault says what the schema finds wrong with the value of a field, or what
// it names that is not there, and the remedy.
func (n *novelty) fault(f schema.Field, lang, answer string) (message, hint string) {
	value := asValue(f, answer)
	if f.Texts {
		value = map[string]any{lang: answer}
	}
	doc := map[string]any{f.Name: value}
	for _, fault := range n.schema.Validate(doc) {
		if strings.HasPrefix(fault.Pointer+"/", "/"+f.Name+"/") {
			return fault.Message, fault.Hint
		}
	}
	for _, ref := range n.schema.Refs(doc) {
		if !n.site.Exists(ref.Kind, ref.ID) {
			return fmt.Sprintf("there is no %s %q yet", ref.Kind, ref.ID), text.DidYouMean(ref.ID, n.site.IDs(ref.Kind), "make it first")
		}
	}
	return "", ""
}

// asValue returns an answer as the type of its field; what is none stays a text.
func asValue(f schema.Field, answer string) any {
	switch f.Type {
	case "array":
		items := []any{}
		for item := range strings.SplitSeq(answer, ",") {
			items = append(items, strings.TrimSpace(item))
		}
		return items
	case "integer":
		if number, err := strconv.Atoi(answer); err == nil {
			return float64(number)
		}
	case "boolean":
		if answer == "true" || answer == "false" {
			return answer == "true"
		}
	}
	return answer
}

// line writes a field and its value, when it has one.
func (n *novelty) line(out io.Writer, indent string, f schema.Field, value string) {
	switch {
	case value == "":
	case f.Type == "array":
		var items []string
		for item := range strings.SplitSeq(value, ",") {
			items = append(items, yaml.Scalar(strings.TrimSpace(item)))
		}
		fmt.Fprintf(out, "%s%s: [%s]\n", indent, f.Name, strings.Join(items, ", "))
	case f.Type == "integer" || f.Type == "boolean":
		fmt.Fprintf(out, "%s%s: %s\n", indent, f.Name, value)
	default:
		fmt.Fprintf(out, "%s%s: %s\n", indent, f.Name, yaml.Scalar(value))
	}
}

// open lists the required fields that have no value yet.
func (n *novelty) open() (names []string) {
	for _, f := range n.fields {
		has := f.Name == "type" && n.kind == "page" || f.Name == "date" && n.kind == "page"
		for key, value := range n.given {
			has = has || value != "" && (key == f.Name || strings.HasPrefix(key, f.Name+"."))
		}
		if f.Required && !has {
			names = append(names, f.Name)
		}
	}
	return names
}
