package site

import (
	"fmt"
	"path"
	"slices"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/yaml"
)

// Term is one concept: a page of type begrip in each language.
type Term struct {
	ID    string
	Pages map[string]*Page
}

// Lead is the term's page in the default language, which holds what does not
// depend on language; nil when there is none.
func (t *Term) Lead(s *Site) *Page { return t.Pages[s.DefaultLanguage()] }

// Status says what may be done with the term: "publish", "caution" (with
// care, without variants), "internal" (nowhere), "retired" (its page only).
func (t *Term) Status(s *Site) string { return t.lead(s, "status") }

// Published reports whether a page is on the site: that of an internal term
// is not.
func (s *Site) Published(p *Page) bool {
	if p.Type != "begrip" {
		return true
	}
	t := s.Term(path.Base(p.Path))
	return t == nil || !t.Internal(s)
}

// Internal reports whether the term may stand nowhere in what is published.
func (t *Term) Internal(s *Site) bool { return t.Status(s) == "internal" }

// Domain is the theme of the term, one of params.domains.
func (t *Term) Domain(s *Site) string { return t.lead(s, "domain") }

// Origin says whose word it is.
func (t *Term) Origin(s *Site) string { return t.lead(s, "origin") }

func (t *Term) lead(s *Site, key string) string {
	if p := t.Lead(s); p != nil {
		return p.Text(key)
	}
	return ""
}

// Broader gives the ids of the terms of which this is a kind or a part.
func (t *Term) Broader(s *Site) []string { return t.ids(s, "broader") }

// See gives the ids of the related terms that this one names.
func (t *Term) See(s *Site) []string { return t.ids(s, "see") }

func (t *Term) ids(s *Site, key string) []string {
	if p := t.Lead(s); p != nil {
		return p.Strings(key)
	}
	return nil
}

// Successor gives the id of the term that took the place of a retired one,
// "" when there is none.
func (t *Term) Successor(s *Site) string {
	id, _ := t.retired(s)["successor"].(string)
	return id
}

// Reason says in one language why a term is retired.
func (t *Term) Reason(s *Site, lang string) string { return inLanguage(t.retired(s)["reason"], lang) }

func (t *Term) retired(s *Site) map[string]any {
	if p := t.Lead(s); p != nil {
		m, _ := p.Front.Map()["retired"].(map[string]any)
		return m
	}
	return nil
}

// Change is one entry of a term's history.
type Change struct {
	Date   string
	Status string            // the new status, "" when it did not change
	Note   map[string]string // language → what changed and why
}

// History lists the changes of the term, oldest first.
func (t *Term) History(s *Site) []Change {
	p := t.Lead(s)
	if p == nil {
		return nil
	}
	var out []Change
	for _, m := range mappings(p.Front.Doc, "history") {
		c := Change{Note: map[string]string{}}
		c.Date, _ = m["date"].(string)
		c.Status, _ = m["status"].(string)
		for _, lang := range s.Languages {
			if text := inLanguage(m["note"], lang); text != "" {
				c.Note[lang] = text
			}
		}
		out = append(out, c)
	}
	return out
}

// Avoided is a word not to use for a term.
type Avoided struct{ Term, Reason string }

// Avoid lists the words that a term's page says not to use.
func (p *Page) Avoid() []Avoided {
	var out []Avoided
	for _, m := range mappings(p.Front.Doc, "avoid") {
		var a Avoided
		a.Term, _ = m["term"].(string)
		a.Reason, _ = m["reason"].(string)
		out = append(out, a)
	}
	return out
}

// Forms gives every word under which a term occurs in text: its title, other
// forms, admitted synonyms and abbreviation, without repeats.
func (p *Page) Forms() []string {
	var forms []string
	for _, f := range slices.Concat([]string{p.Title}, p.Strings("forms"), p.Strings("admitted"), []string{p.Text("abbreviation")}) {
		if f != "" && !slices.Contains(forms, f) {
			forms = append(forms, f)
		}
	}
	return forms
}

// FormPosition returns where a form stands in the front matter of a term's page.
func (p *Page) FormPosition(form string) diag.Position { return p.Front.Position(p.formPointer(form)) }

func (p *Page) formPointer(form string) string {
	for _, key := range []string{"forms", "admitted", "parts"} {
		if i := slices.Index(p.Strings(key), form); i >= 0 {
			return yaml.Pointer(key, fmt.Sprint(i))
		}
	}
	if p.Text("abbreviation") == form {
		return "/abbreviation"
	}
	return "/title"
}

func mappings(doc *yaml.Doc, key string) []map[string]any {
	items, _ := doc.Map()[key].([]any)
	var out []map[string]any
	for _, item := range items {
		m, _ := item.(map[string]any)
		out = append(out, m)
	}
	return out
}

func inLanguage(v any, lang string) string {
	m, _ := v.(map[string]any)
	text, _ := m[lang].(string)
	return text
}
