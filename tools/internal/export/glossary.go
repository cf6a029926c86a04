package export

import (
	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Export{
	Path: "data/glossary.json",
	Doc:  "the glossary: terms, forms, definitions, relations and where each is used",
	Make: func(s *site.Site) ([]byte, error) {
		return encode(perLanguage(s, func(lang string) map[string]*hugoEntry { return forHugo(s, lang) }))
	},
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
	Used      []use    `json:"used"`
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

// use is one section of a page that uses a term.
type use struct {
	Path     string `json:"path"`
	Title    string `json:"title"`
	Heading  string `json:"heading"`
	Anchor   string `json:"anchor"`
	Sentence string `json:"sentence"`
	First    bool   `json:"first,omitempty"` // the first on its page
}

// forHugo returns the terms of one language that are shown, by id.
func forHugo(s *site.Site, lang string) map[string]*hugoEntry {
	entries := map[string]*hugoEntry{}
	for _, e := range s.Glossary(lang) {
		entries[e.Term.ID] = &hugoEntry{
			ID: e.Term.ID, Term: e.Title, Words: e.Words, Status: e.Term.Status, Domain: e.Term.Domain, Origin: e.Term.Origin,
			Definition: e.Definition, Sources: e.Sources, Path: e.Path, Letter: e.Letter, Order: e.Order,
			Relations: e.Relations, Reason: e.Reason, Successor: e.Successor,
			History: history(e), Other: others(e), Used: []use{},
		}
	}
	for _, p := range s.Pages {
		if p.Lang == lang && p.Published() {
			addUses(entries, p)
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

// addUses notes, per term, the sections of p that link to it, each once with
// its first sentence. A term's own page is no use of it.
func addUses(entries map[string]*hugoEntry, p *site.Page) {
	for _, ref := range p.Refs {
		e := entries[ref.ID]
		if ref.Kind != "term" || ref.Link == nil || e == nil || e.Path == p.Path {
			continue
		}
		u := use{Path: p.Path, Title: p.Title, Heading: p.Headline(ref.HeadingIndex()), Anchor: p.Anchor(ref.HeadingIndex())}
		last := len(e.Used) - 1
		u.First = last < 0 || e.Used[last].Path != p.Path
		if !u.First && hasSection(e.Used, u) {
			continue
		}
		if ref.Link.Paragraph >= 0 {
			u.Sentence = text.Tidy(text.Sentence(p.Doc.Paragraphs[ref.Link.Paragraph].Text, ref.Link.Offset))
		}
		e.Used = append(e.Used, u)
	}
}

// hasSection looks back over the uses on the same page, which come last.
func hasSection(used []use, u use) bool {
	for i := len(used) - 1; i >= 0 && used[i].Path == u.Path; i-- {
		if used[i].Anchor == u.Anchor {
			return true
		}
	}
	return false
}
