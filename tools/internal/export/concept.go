package export

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"comwijzer/tools/internal/site"
)

// A concept is one term of the glossary in all languages in which it is shown:
// what most formats of terminology are built around.
type concept struct {
	ID        string
	Languages []string // in the order of the site
	In        map[string]*Entry
}

// concepts lists the glossary by id.
func concepts(s *site.Site) []*concept {
	glossaries := perLanguage(s, func(lang string) map[string]*Entry { return terms(s, lang) })
	var out []*concept
	for _, t := range s.Terms {
		c := &concept{ID: t.ID, In: map[string]*Entry{}}
		for _, lang := range s.Languages {
			if e := glossaries[lang][t.ID]; e != nil {
				c.Languages = append(c.Languages, lang)
				c.In[lang] = e
			}
		}
		if len(c.Languages) > 0 {
			out = append(out, c)
		}
	}
	return out
}

// terms is Glossary without where each term is used, which downloads do not
// tell and which takes a look at every page.
func terms(s *site.Site, lang string) map[string]*Entry {
	entries := map[string]*Entry{}
	for _, t := range s.Terms {
		if page := t.Pages[lang]; page != nil && shownTerm(s, t) {
			entries[t.ID] = entry(s, t, page)
		}
	}
	relate(entries)
	alphabetise(entries, lang)
	return entries
}

// byAlphabet sorts the terms of one language as its dictionaries do.
func byAlphabet(entries map[string]*Entry) []*Entry {
	return slices.SortedFunc(maps.Values(entries), func(a, b *Entry) int { return cmp.Compare(a.Order, b.Order) })
}

// lead is the entry that speaks for all languages.
func (c *concept) lead() *Entry { return c.In[c.Languages[0]] }

// all joins a relation's ids: not every language has every term.
func (c *concept) all(relation func(*Entry) []string) []string {
	ids := []string{}
	for _, e := range c.In {
		ids = append(ids, relation(e)...)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

func (c *concept) broader() []string  { return c.all(func(e *Entry) []string { return e.Broader }) }
func (c *concept) narrower() []string { return c.all(func(e *Entry) []string { return e.Narrower }) }
func (c *concept) see() []string      { return c.all(func(e *Entry) []string { return e.See }) }

// address is where the term is on the web, in the first of its languages.
func (c *concept) address(s *site.Site) string { return address(s, c.Languages[0], c.lead()) }

// address is where an entry is on the web.
func address(s *site.Site, lang string, e *Entry) string {
	return base(s) + s.URL(s.Page(lang, e.Path))
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

// dated is the day on which an entry was last written or compared with its
// sources.
func dated(s *site.Site, lang string, e *Entry) string {
	p := s.Page(lang, e.Path)
	return max(p.Date, p.Checked)
}

// modified is the day of the latest change in the glossary, "" when there are
// no terms. Downloads carry it instead of the day they were made, so that the
// same content gives the same bytes.
func modified(s *site.Site) string {
	latest := ""
	for _, t := range s.Terms {
		for _, p := range t.Pages {
			if shownTerm(s, t) {
				latest = max(latest, p.Date, p.Checked)
			}
		}
	}
	return latest
}

// sourceText names a source with the places in it, as one line.
func sourceText(s *site.Site, lang string, c Cited) string {
	return strings.Join(append([]string{sourceLabel(s, lang, c.Source)}, c.Locators...), ", ")
}

func sourceLabel(s *site.Site, lang, id string) string {
	source := s.Source(id)
	return cmp.Or(source.Label.In(lang), source.Title, id)
}

// sourceTexts is sourceText for all sources of a definition.
func sourceTexts(s *site.Site, lang string, e *Entry) []string {
	var out []string
	for _, c := range e.Sources {
		out = append(out, sourceText(s, lang, c))
	}
	return out
}
