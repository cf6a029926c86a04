package export

import (
	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/site"
)

var _ = register(Export{
	Path: "data/glossary.json",
	Doc:  "the glossary: terms, forms, definitions and relations",
	Make: byLanguage(forHugo),
})

// hugoEntry is a term in one language as layouts read it.
type hugoEntry struct {
	ID   string `json:"id"`
	Term string `json:"term"`
	glossary.Words
	Status     glossary.Status  `json:"status"`
	Domain     string           `json:"domain"`
	Origin     string           `json:"origin,omitempty"`
	Definition string           `json:"definition"`
	Sources    []glossary.Cited `json:"sources"`
	Path       string           `json:"path"`
	Letter     string           `json:"letter"`
	Order      int              `json:"order"`
	glossary.Relations
	Reason    string   `json:"reason,omitempty"`
	Successor string   `json:"successor,omitempty"`
	History   []change `json:"history"`
	Other     []other  `json:"other"`
}

// change is one entry in the history of a term, in one language.
type change struct {
	Date   string `json:"date"`
	Status string `json:"status,omitempty"`
	Note   string `json:"note,omitempty"`
}

// other is the term in another language.
type other struct {
	Lang string `json:"lang"`
	Term string `json:"term"`
}

// forHugo returns the terms of one language that are shown, by id.
func forHugo(s *site.Site, lang string) map[string]*hugoEntry {
	entries := map[string]*hugoEntry{}
	for _, e := range s.Glossary(lang) {
		entries[e.Term.ID] = &hugoEntry{
			ID: e.Term.ID, Term: e.Title, Words: e.Words, Status: e.Term.Status, Domain: e.Term.Domain, Origin: e.Term.Origin,
			Definition: e.Definition, Sources: e.Sources, Path: e.Path, Letter: e.Letter, Order: e.Order,
			Relations: e.Relations, Reason: e.Reason, Successor: e.Successor,
			History: history(e), Other: others(e),
		}
	}
	return entries
}

func history(e *glossary.Entry) []change {
	out := []change{}
	for _, c := range e.Term.History {
		out = append(out, change{c.Date, string(c.Status), c.Note[e.Lang]})
	}
	return out
}

func others(e *glossary.Entry) []other {
	out := []other{}
	for _, o := range e.Term.Entries {
		if o != e {
			out = append(out, other{o.Lang, o.Title})
		}
	}
	return out
}
