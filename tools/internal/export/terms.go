package export

import (
	"cmp"
	"slices"
	"strings"

	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/site"
)

// shownTerms lists the terms that have a page, by id.
func shownTerms(s *site.Site) []*glossary.Term {
	return slices.DeleteFunc(slices.Clone(s.Terms), func(t *glossary.Term) bool { return !t.Status.Shown() })
}

// alphabet lists the terms of one language as its dictionaries do.
func alphabet(s *site.Site, lang string) []*glossary.Entry {
	return slices.SortedFunc(slices.Values(s.Glossary(lang)), func(a, b *glossary.Entry) int { return cmp.Compare(a.Order, b.Order) })
}

func base(s *site.Site) string { return strings.TrimSuffix(s.Config.BaseURL, "/") }

// glossaryAddress is where the glossary itself is on the web.
func glossaryAddress(s *site.Site, lang string) string {
	if section := s.Page(lang, "/"+s.Config.Params.Glossary); section != nil {
		return base(s) + s.URL(section)
	}
	return base(s) + "/#" + lang
}

// glossaryTitle names the glossary for those who meet it outside the site.
func glossaryTitle(s *site.Site, lang string) string {
	var titles []string
	for _, path := range []string{"/", "/" + s.Config.Params.Glossary} {
		if p := s.Page(lang, path); p != nil && !slices.Contains(titles, p.Title) {
			titles = append(titles, p.Title)
		}
	}
	return strings.Join(titles, ": ")
}

// modified returns the day of the latest change in the glossary, "" when
// there are no terms. Downloads carry it instead of the day they were made,
// so that the same content gives the same bytes.
func modified(s *site.Site) string {
	latest := ""
	for _, t := range shownTerms(s) {
		for _, e := range t.Entries {
			latest = max(latest, e.Modified)
		}
	}
	return latest
}

// sourceTexts returns a line for each source of a definition: its name and
// the places in it.
func sourceTexts(s *site.Site, e *glossary.Entry) (out []string) {
	for _, c := range e.Sources {
		out = append(out, strings.Join(append([]string{sourceLabel(s, e.Lang, c.Source)}, c.Locators...), ", "))
	}
	return out
}

func sourceLabel(s *site.Site, lang, id string) string {
	source := s.Source(id)
	return cmp.Or(source.Label.In(lang), source.Title, id)
}

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

const schemaPath = "downloads/glossary.schema.json"

type licence struct {
	Name string `json:"name"`
	URL  string `json:"url"`
}
