package export

import (
	"maps"
	"slices"
	"strings"

	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/site"
)

var (
	_ = register(Export{
		Path:   "static/downloads/glossary.skos.jsonld",
		Doc:    "the glossary as SKOS thesaurus, in JSON-LD",
		Format: "download_skos_jsonld",
		Make:   func(s *site.Site) ([]byte, error) { return skos(s).jsonld() },
	})
	_ = register(Export{
		Path:   "static/downloads/glossary.skos.ttl",
		Doc:    "the glossary as SKOS thesaurus, in Turtle",
		Format: "download_skos_turtle",
		Make:   func(s *site.Site) ([]byte, error) { return skos(s).turtle(), nil },
	})
)

// skos returns the glossary as a SKOS concept scheme: a concept has the address
// of its page in the first language. https://www.w3.org/TR/skos-reference/
func skos(s *site.Site) *graph {
	t := &thesaurus{s: s, graph: &graph{}, concepts: shownTerms(s), scheme: glossaryAddress(s, s.DefaultLanguage())}
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
	concepts []*glossary.Term
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
	names := site.ByLanguage(t.s, func(lang string) map[string]string { return domainNames(t.s, lang) })
	for _, domain := range slices.Sorted(maps.Keys(names[t.s.DefaultLanguage()])) {
		var members []value
		for _, c := range t.concepts {
			if c.Domain == domain {
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

func (t *thesaurus) addConcept(c *glossary.Term) {
	r := t.about(c.Lead.Address, "skos:Concept")
	r.add("skos:inScheme", iri(t.scheme))
	if t.top(c) {
		r.add("skos:topConceptOf", iri(t.scheme))
	}
	r.add("skos:notation", literal(c.ID, ""))
	for _, e := range c.Entries {
		t.addEntry(r, e)
	}
	t.addHistory(r, c)
	if c.Status == glossary.Retired {
		r.add("owl:deprecated", typed("true", "xsd:boolean"))
		if c.Lead.Successor != "" {
			r.add("dct:isReplacedBy", t.iri(c.Lead.Successor))
		}
		return // nothing relates to it any more, so it relates to nothing
	}
	t.addRelations(r, c)
}

// addEntry adds what one language says. Labels of a concept must differ
// from each other (S13), so each stands in the first place that asks for
// it. Inflections and words to avoid are for search only: hidden.
func (t *thesaurus) addEntry(r *resource, e *glossary.Entry) {
	seen := map[string]bool{"": true}
	label := func(property string, words ...string) {
		for _, word := range words {
			if !seen[word] {
				seen[word] = true
				r.add(property, literal(word, e.Lang))
			}
		}
	}
	label("skos:prefLabel", e.Title)
	label("skos:altLabel", slices.Concat(e.Admitted, []string{e.Abbreviation})...)
	label("skos:hiddenLabel", e.Forms...)
	for _, a := range e.Avoid {
		label("skos:hiddenLabel", a.Term)
	}
	r.add("skos:definition", literal(e.Definition, e.Lang))
	r.add("skos:note", literal(helpFor(t.s, e), e.Lang))
	r.add("skos:historyNote", literal(e.Reason, e.Lang))
	for _, cited := range e.Sources {
		if url := t.s.RecordURL(e.Lang, "source", cited.Source); url != "" {
			r.add("dct:source", iri(base(t.s)+url))
		}
	}
	if e.Address != r.iri {
		r.add("rdfs:seeAlso", iri(e.Address))
	}
}

func (t *thesaurus) addHistory(r *resource, c *glossary.Term) {
	latest := ""
	for _, e := range c.Entries {
		latest = max(latest, e.Modified)
		for _, change := range history(e) {
			r.add("skos:changeNote", change.text(e.Lang))
		}
	}
	r.add("dct:modified", typed(latest, "xsd:date"))
}

// text is one line on a change. Without a note it is in no language: a date
// and the name of a status.
func (c change) text(lang string) value {
	if c.Note == "" {
		return literal(strings.TrimSpace(c.Date+" "+c.Status), "")
	}
	return literal(strings.Join(strings.Fields(c.Date+" "+c.Status+" "+c.Note), " "), lang)
}

// addRelations leaves out what is related and above or below as well: the
// two exclude each other (S27), and a broader term says more.
func (t *thesaurus) addRelations(r *resource, c *glossary.Term) {
	for _, id := range c.Lead.Broader {
		r.add("skos:broader", t.iri(id))
	}
	for _, id := range c.Lead.Narrower {
		r.add("skos:narrower", t.iri(id))
	}
	for _, id := range c.Lead.See {
		if !t.above(c.ID)[id] && !t.above(id)[c.ID] {
			r.add("skos:related", t.iri(id))
		}
	}
}

// above returns the ids of the terms broader than one that readers can follow.
func (t *thesaurus) above(id string) map[string]bool {
	return glossary.Above(id, func(id string) []string { return t.s.Term(id).Lead.Broader })
}

func (t *thesaurus) top(c *glossary.Term) bool {
	return len(c.Lead.Broader) == 0 && c.Status != glossary.Retired
}

func (t *thesaurus) iri(id string) value { return iri(t.s.Term(id).Lead.Address) }
