package export

import (
	"slices"

	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
)

var _ = register(Export{
	Path: "data/glossary.json",
	Doc:  "the glossary: terms, forms, definitions, relations and where each is used",
	Make: func(s *site.Site) ([]byte, error) {
		return encode(perLanguage(s, func(lang string) map[string]*Entry { return Glossary(s, lang) }))
	},
})

// Entry is one term of the glossary in one language.
type Entry struct {
	ID           string   `json:"id"`
	Term         string   `json:"term"`
	Forms        []string `json:"forms"`
	Abbreviation string   `json:"abbreviation"`
	Status       string   `json:"status"`
	Domain       string   `json:"domain"`
	Definition   string   `json:"definition"` // plain text
	Path         string   `json:"path"`
	See          []string `json:"see"` // both ways: what it names and what names it
	Other        []Other  `json:"other"`
	Used         []Use    `json:"used"`
}

// Other is the term in another language.
type Other struct {
	Lang string `json:"lang"`
	Term string `json:"term"`
}

// Use is one section of a page that uses a term.
type Use struct {
	Path     string `json:"path"`
	Title    string `json:"title"`
	Heading  string `json:"heading"`
	Anchor   string `json:"anchor"`
	Sentence string `json:"sentence"`
}

// Glossary gives the published terms of one language by id.
func Glossary(s *site.Site, lang string) map[string]*Entry {
	entries := map[string]*Entry{}
	for _, t := range s.Terms {
		if page := t.Pages[lang]; page != nil && published(s, t) {
			entries[t.ID] = entry(s, t, page)
		}
	}
	for _, e := range entries {
		for _, id := range e.See {
			if other := entries[id]; other != nil && !slices.Contains(other.See, e.ID) {
				other.See = append(other.See, e.ID)
			}
		}
	}
	for _, e := range entries {
		e.See = slices.DeleteFunc(e.See, func(id string) bool { return entries[id] == nil || id == e.ID })
		slices.Sort(e.See)
	}
	for _, p := range s.Pages {
		if p.Lang == lang {
			addUses(entries, p)
		}
	}
	return entries
}

func published(s *site.Site, t *site.Term) bool {
	status := t.Status(s)
	return status == "publish" || status == "caution"
}

func entry(s *site.Site, t *site.Term, page *site.Page) *Entry {
	e := &Entry{
		ID: t.ID, Term: page.Title, Forms: page.Forms()[1:], Abbreviation: page.Text("abbreviation"),
		Status: t.Status(s), Path: page.Path, Definition: definition(page),
		See: []string{}, Other: []Other{}, Used: []Use{},
	}
	if lead := t.Pages[s.DefaultLanguage()]; lead != nil {
		e.Domain = lead.Text("domain")
		e.See = append(e.See, lead.Strings("see")...)
	}
	for _, lang := range s.Languages {
		if other := t.Pages[lang]; other != nil && lang != page.Lang {
			e.Other = append(e.Other, Other{lang, other.Title})
		}
	}
	return e
}

// definition is the first paragraph of a term's page.
func definition(page *site.Page) string {
	if len(page.Doc.Paragraphs) == 0 {
		return ""
	}
	return tidy(page.Doc.Paragraphs[0].Text)
}

// addUses notes, per term, the sections of p that link to it, each once with
// its first sentence. A term's own page is no use of it.
func addUses(entries map[string]*Entry, p *site.Page) {
	for _, ref := range p.Refs {
		e := entries[ref.ID]
		if ref.Kind != "term" || ref.Link == nil || e == nil || e.Path == p.Path {
			continue
		}
		use := Use{Path: p.Path, Title: p.Title, Heading: p.Headline(ref.HeadingIndex()), Anchor: p.Anchor(ref.HeadingIndex())}
		same := func(u Use) bool { return u.Path == use.Path && u.Anchor == use.Anchor }
		if slices.ContainsFunc(e.Used, same) {
			continue
		}
		if ref.Link.Paragraph >= 0 {
			use.Sentence = tidy(md.Sentence(p.Doc.Paragraphs[ref.Link.Paragraph].Text, ref.Link.Offset))
		}
		e.Used = append(e.Used, use)
	}
}
