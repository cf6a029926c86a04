package check

import (
	"errors"
	"path"
	"slices"
	"strings"

	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/site"
)

// wellFormed gives the Source function of a rule that checks one kind of
// identifier of sources by its own rules.
func wellFormed(key string, parse func(string) (string, error)) func(*Pass) {
	return func(p *Pass) {
		for _, r := range p.RecordsOf("source") {
			text := r.Text(key, "")
			if _, err := parse(text); text != "" && err != nil {
				p.Report(r.Position("/"+key), "compare it with the work itself", "%s %q: %s", key, text, err)
			}
		}
	}
}

// eachSourceRef visits what points at a source, with a word for where it
// stands: a term, a page or a record.
func eachSourceRef(p *Pass, visit func(ref site.Ref, place string)) {
	for _, page := range p.Pages {
		for _, ref := range page.Refs {
			if ref.Kind == "source" {
				visit(ref, placeOf(p, page))
			}
		}
	}
	for _, r := range p.Records {
		for _, ref := range r.Refs {
			if ref.Kind == "source" {
				visit(ref, r.Kind+" "+quote(r.ID))
			}
		}
	}
}

func placeOf(p *Pass, page *site.Page) string {
	if t := p.Term(path.Base(page.Path)); t != nil && t.Pages[page.Lang] == page {
		return "term " + quote(t.ID)
	}
	return "page " + quote(page.Path)
}

func quote(text string) string { return `"` + text + `"` }

// declares reports whether an editor wrote that a field is not known.
func declares(r *site.Record, key string) bool {
	unknown, _ := r.Map()["unknown"].([]any)
	return slices.Contains(unknown, any(key))
}

// issued gives when a source appeared.
func issued(r *site.Record) (cite.Date, error) {
	text := r.Text("issued", "")
	if text == "" {
		return cite.Date{}, errors.New("no date")
	}
	return cite.ParseDate(text)
}

// makers gives who made and brought out a work, folded for comparison.
func makers(r *site.Record) []string {
	var out []string
	add := func(v any) {
		if text, ok := v.(string); ok && strings.TrimSpace(text) != "" {
			out = append(out, fold(text))
		}
	}
	authors, _ := r.Map()["author"].([]any)
	for _, a := range authors {
		m, _ := a.(map[string]any)
		add(m["literal"])
		add(m["family"])
	}
	add(r.Map()["publisher"])
	add(r.Map()["container-title"])
	return out
}
