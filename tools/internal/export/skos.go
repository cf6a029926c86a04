package export

import (
	"maps"
	"slices"
	"strings"

	"comwijzer/tools/internal/site"
)

// skos gives the glossary as a SKOS concept scheme: a concept has the address
// of its page in the first language. https://www.w3.org/TR/skos-reference/
func skos(s *site.Site) *graph {
	t := &thesaurus{s: s, graph: &graph{}, concepts: concepts(s), byID: map[string]*concept{}, scheme: glossaryAddress(s, s.DefaultLanguage())}
	for _, c := range t.concepts {
		t.byID[c.ID] = c
	}
	t.addScheme()
	t.addThemes()
	for _, c := range t.concepts {
		t.addConcept(c)
	}
	return t.graph
}

type thesaurus struct {
	*graph
	s        *site.Site
	scheme   string
	concepts []*concept
	byID     map[string]*concept
}

func (t *thesaurus) addScheme() {
	r := t.about(t.scheme, "skos:ConceptScheme")
	for _, lang := range t.s.Languages {
		r.add("dct:title", literal(glossaryTitle(t.s, lang), lang))
		if section := t.s.Page(lang, "/"+t.s.Config.Params.Glossary); section != nil {
			r.add("dct:description", literal(section.Summary, lang))
		}
	}
	r.add("dct:license", iri(t.s.Config.Params.Licence.URL))
	r.add("dct:modified", typed(modified(t.s), "xsd:date"))
	for _, c := range t.concepts {
		if t.top(c) {
			r.add("skos:hasTopConcept", t.iri(c.ID))
		}
	}
}

// addThemes makes a collection of each theme: it groups concepts, but is none.
func (t *thesaurus) addThemes() {
	names := perLanguage(t.s, func(lang string) map[string]string { return domainNames(t.s, lang) })
	for _, domain := range slices.Sorted(maps.Keys(names[t.s.DefaultLanguage()])) {
		var members []value
		for _, c := range t.concepts {
			if c.lead().Domain == domain {
				members = append(members, t.iri(c.ID))
			}
		}
		if members == nil {
			continue
		}
		r := t.about(t.scheme+"#"+domain, "skos:Collection")
		for _, lang := range t.s.Languages {
			r.add("skos:prefLabel", literal(names[lang][domain], lang))
		}
		r.add("skos:member", members...)
	}
}

func (t *thesaurus) addConcept(c *concept) {
	r := t.about(c.address(t.s), "skos:Concept")
	r.add("skos:inScheme", iri(t.scheme))
	if t.top(c) {
		r.add("skos:topConceptOf", iri(t.scheme))
	}
	r.add("skos:notation", literal(c.ID, ""))
	for _, lang := range c.Languages {
		t.addEntry(r, lang, c.In[lang])
	}
	t.addHistory(r, c)
	if c.lead().Status == "retired" {
		r.add("owl:deprecated", typed("true", "xsd:boolean"))
		if t.byID[c.lead().Successor] != nil {
			r.add("dct:isReplacedBy", t.iri(c.lead().Successor))
		}
		return // nothing relates to it any more, so it relates to nothing
	}
	t.addRelations(r, c)
}

// addEntry adds what one language says. Labels of a concept must differ from
// each other (S13), so each stands in the first place that asks for it.
// Inflections and words to avoid are for search only: hidden.
func (t *thesaurus) addEntry(r *resource, lang string, e *Entry) {
	seen := map[string]bool{"": true}
	label := func(property string, words ...string) {
		for _, word := range words {
			if !seen[word] {
				seen[word] = true
				r.add(property, literal(word, lang))
			}
		}
	}
	label("skos:prefLabel", e.Term)
	label("skos:altLabel", slices.Concat(e.Admitted, []string{e.Abbreviation})...)
	label("skos:hiddenLabel", e.Forms...)
	for _, a := range e.Avoid {
		label("skos:hiddenLabel", a.Term)
	}
	r.add("skos:definition", literal(e.Definition, lang))
	r.add("skos:note", literal(helpFor(t.s, lang, e), lang))
	r.add("skos:historyNote", literal(e.Reason, lang))
	for _, cited := range e.Sources {
		if url := t.s.SourceURL(lang, cited.Source); url != "" {
			r.add("dct:source", iri(base(t.s)+url))
		}
	}
	if page := address(t.s, lang, e); page != r.iri {
		r.add("rdfs:seeAlso", iri(page))
	}
}

func (t *thesaurus) addHistory(r *resource, c *concept) {
	latest := ""
	for _, lang := range c.Languages {
		e := c.In[lang]
		latest = max(latest, dated(t.s, lang, e))
		for _, change := range e.History {
			r.add("skos:changeNote", change.text(lang))
		}
	}
	r.add("dct:modified", typed(latest, "xsd:date"))
}

// text is one line on a change. Without a note it is in no language: a date
// and the name of a status.
func (c Change) text(lang string) value {
	if c.Note == "" {
		return literal(strings.TrimSpace(c.Date+" "+c.Status), "")
	}
	return literal(strings.Join(strings.Fields(c.Date+" "+c.Status+" "+c.Note), " "), lang)
}

// addRelations leaves out what is related and above or below as well: the two
// exclude each other (S27), and a broader term says more.
func (t *thesaurus) addRelations(r *resource, c *concept) {
	for _, id := range c.broader() {
		r.add("skos:broader", t.iri(id))
	}
	for _, id := range c.narrower() {
		r.add("skos:narrower", t.iri(id))
	}
	for _, id := range c.see() {
		if !t.above(c.ID, id) && !t.above(id, c.ID) {
			r.add("skos:related", t.iri(id))
		}
	}
}

// above reports whether a way of broader terms leads from one id to another.
func (t *thesaurus) above(from, to string) bool {
	seen := map[string]bool{}
	todo := []string{from}
	for len(todo) > 0 {
		id := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for _, broader := range t.byID[id].broader() {
			if broader == to {
				return true
			}
			if !seen[broader] {
				seen[broader] = true
				todo = append(todo, broader)
			}
		}
	}
	return false
}

func (t *thesaurus) top(c *concept) bool {
	return len(c.broader()) == 0 && c.lead().Status != "retired"
}

func (t *thesaurus) iri(id string) value { return iri(t.byID[id].address(t.s)) }
