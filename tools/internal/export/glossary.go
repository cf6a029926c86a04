package export

import (
	"slices"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Export{
	Path: "data/glossary.json",
	Doc:  "the glossary: terms, forms, definitions, relations and where each is used",
	Make: func(s *site.Site) ([]byte, error) {
		return encode(perLanguage(s, func(lang string) map[string]*Entry { return Glossary(s, lang) }))
	},
})

// Entry is one term of the glossary in one language: what readers, search and
// exports may know of it. Of a term that needs caution these are its title
// and definition only: a list of its variants would be a list of search keys.
type Entry struct {
	ID            string    `json:"id"`
	Term          string    `json:"term"`
	Language      string    `json:"language,omitempty"` // of the headword, when it is not the edition's
	Pronunciation string    `json:"pronunciation,omitempty"`
	PartOfSpeech  string    `json:"part_of_speech,omitempty"`
	Article       string    `json:"article,omitempty"`
	Forms         []string  `json:"forms"`    // inflections and spellings
	Admitted      []string  `json:"admitted"` // synonyms
	Abbreviation  string    `json:"abbreviation"`
	Parts         []string  `json:"parts"` // words for search only
	Avoid         []Avoided `json:"avoid"`
	Status        string    `json:"status"` // publish, caution or retired
	Domain        string    `json:"domain"`
	Origin        string    `json:"origin,omitempty"`
	Definition    string    `json:"definition"` // plain text
	Sources       []Cited   `json:"sources"`    // of the definition
	Path          string    `json:"path"`
	Letter        string    `json:"letter"` // under which it stands in the alphabet
	Order         int       `json:"order"`  // its place in the alphabet, from 0
	Broader       []string  `json:"broader"`
	Narrower      []string  `json:"narrower"`
	See           []string  `json:"see"` // both ways: what it names and what names it
	Reason        string    `json:"reason,omitempty"`
	Successor     string    `json:"successor,omitempty"`
	History       []Change  `json:"history"`
	Other         []Other   `json:"other"`
	Used          []Use     `json:"used"`
}

// Avoided is a word not to use for a term, and why.
type Avoided struct {
	Term   string `json:"term"`
	Reason string `json:"reason"`
}

// Cited is a source with the places in it, as a reader sees them.
type Cited struct {
	Source   string   `json:"source"`
	Locators []string `json:"locators"`
}

// Change is one entry in the history of a term.
type Change struct {
	Date   string `json:"date"`
	Status string `json:"status,omitempty"`
	Note   string `json:"note,omitempty"`
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
	First    bool   `json:"first,omitempty"` // the first on its page
}

// Glossary gives the terms of one language that are shown, by id.
func Glossary(s *site.Site, lang string) map[string]*Entry {
	entries := terms(s, lang)
	for _, p := range s.Pages {
		if p.Lang == lang && s.Published(p) {
			addUses(entries, p)
		}
	}
	return entries
}

// shownTerm reports whether a term has a page. An unknown status shows nothing.
func shownTerm(s *site.Site, t *site.Term) bool {
	return slices.Contains([]string{"publish", "caution", "retired"}, t.Status(s))
}

func entry(s *site.Site, t *site.Term, page *site.Page) *Entry {
	e := &Entry{
		ID: t.ID, Term: page.Title, Language: page.Text("language"), Pronunciation: page.Text("pronunciation"),
		PartOfSpeech: page.Text("part_of_speech"), Article: page.Text("article"),
		Status: t.Status(s), Domain: t.Domain(s), Origin: t.Origin(s),
		Definition: definition(page), Sources: definitionSources(s, page), Path: page.Path,
		Broader: slices.Clone(t.Broader(s)), See: slices.Clone(t.See(s)),
		Reason: t.Reason(s, page.Lang), Successor: t.Successor(s),
		Other: []Other{}, Used: []Use{}, History: []Change{},
	}
	if e.Status != "caution" {
		e.Forms, e.Admitted, e.Parts = page.Strings("forms"), page.Strings("admitted"), page.Strings("parts")
		e.Abbreviation = page.Text("abbreviation")
		for _, a := range page.Avoid() {
			e.Avoid = append(e.Avoid, Avoided(a))
		}
	}
	for _, c := range t.History(s) {
		e.History = append(e.History, Change{c.Date, c.Status, c.Note[page.Lang]})
	}
	for _, lang := range s.Languages {
		if other := t.Pages[lang]; other != nil && lang != page.Lang {
			e.Other = append(e.Other, Other{lang, other.Title})
		}
	}
	return e.filled()
}

// filled makes lists of nothing empty lists, which templates can range over.
func (e *Entry) filled() *Entry {
	for _, list := range []*[]string{&e.Forms, &e.Admitted, &e.Parts, &e.Broader, &e.Narrower, &e.See} {
		if *list == nil {
			*list = []string{}
		}
	}
	if e.Avoid == nil {
		e.Avoid = []Avoided{}
	}
	return e
}

// relate completes the relations: narrower from broader, see both ways, and
// none to a term that is not there to be followed.
func relate(entries map[string]*Entry) {
	for _, e := range entries {
		for _, id := range e.Broader {
			if other := entries[id]; other != nil && id != e.ID {
				other.Narrower = append(other.Narrower, e.ID)
			}
		}
		for _, id := range slices.Clone(e.See) {
			if other := entries[id]; other != nil && !slices.Contains(other.See, e.ID) {
				other.See = append(other.See, e.ID)
			}
		}
	}
	for _, e := range entries {
		gone := func(id string) bool { return entries[id] == nil || entries[id].Status == "retired" || id == e.ID }
		for _, list := range []*[]string{&e.Broader, &e.Narrower, &e.See} {
			*list = slices.DeleteFunc(*list, gone)
			slices.Sort(*list)
		}
		if entries[e.Successor] == nil {
			e.Successor = ""
		}
	}
}

// definition is the first paragraph of a term's page.
func definition(page *site.Page) string {
	if len(page.Doc.Paragraphs) == 0 {
		return ""
	}
	return tidy(page.Doc.Paragraphs[0].Text)
}

// definitionSources lists what the first paragraph cites, in reading order.
func definitionSources(s *site.Site, page *site.Page) []Cited {
	out := []Cited{}
	for _, ref := range page.Refs {
		if ref.Kind != "source" || ref.Link == nil || ref.Link.Paragraph != 0 || !s.Exists("source", ref.ID) {
			continue
		}
		i := slices.IndexFunc(out, func(c Cited) bool { return c.Source == ref.ID })
		if i < 0 {
			i = len(out)
			out = append(out, Cited{Source: ref.ID, Locators: []string{}})
		}
		if !slices.Contains(out[i].Locators, ref.Text) {
			out[i].Locators = append(out[i].Locators, ref.Text)
		}
	}
	return out
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
		last := len(e.Used) - 1
		use.First = last < 0 || e.Used[last].Path != p.Path
		if !use.First && hasSection(e.Used, use) {
			continue
		}
		if ref.Link.Paragraph >= 0 {
			use.Sentence = tidy(text.Sentence(p.Doc.Paragraphs[ref.Link.Paragraph].Text, ref.Link.Offset))
		}
		e.Used = append(e.Used, use)
	}
}

// hasSection looks back over the uses on the same page, which come last.
func hasSection(used []Use, u Use) bool {
	for i := len(used) - 1; i >= 0 && used[i].Path == u.Path; i-- {
		if used[i].Anchor == u.Anchor {
			return true
		}
	}
	return false
}
