// Package glossary holds the terms of a site: what each is called in every
// language, what it means, what may be done with it and how it relates to
// the others. Build works all of it out once, while the site is loaded.
package glossary

import (
	"cmp"
	"slices"
	"strconv"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/text"
	"comwijzer/tools/internal/yaml"
)

// Status says what may be done with a term.
type Status string

// The statuses of terms. Any other shows nothing.
const (
	Publish  Status = "publish"  // it may be used and linked to everywhere
	Caution  Status = "caution"  // it is explained with the help lines, without variants
	Internal Status = "internal" // it stands nowhere in what is published
	Retired  Status = "retired"  // it keeps its page; nothing links to it any more
)

// Shown reports whether terms of that status have a page on the site.
func (s Status) Shown() bool { return s == Publish || s == Caution || s == Retired }

// Term is one concept: an entry per language, and what does not depend on
// language, which stands in the page of the default language.
type Term struct {
	ID string
	Concept
	Lead    *Entry   // in the default language; nil when there is none
	Entries []*Entry // in the order of the site's languages
}

// Concept is what the front matter of the default language says of a term
// in all languages. A key whose value does not fit stays zero: the schema
// reports it.
type Concept struct {
	Status  Status   `json:"status"`
	Domain  string   `json:"domain"`  // its theme, one of params.domains
	Origin  string   `json:"origin"`  // whose word it is
	Broader []string `json:"broader"` // ids of the terms of which this is a kind or a part
	See     []string `json:"see"`     // ids of related terms
	Retired struct {
		Reason    map[string]string `json:"reason"`
		Successor string            `json:"successor"` // the id of what took its place
	} `json:"retired"`
	History []Change `json:"history"` // oldest first
}

// Change is one entry of a term's history.
type Change struct {
	Date   string            `json:"date"`
	Status Status            `json:"status"` // the new one, "" when it did not change
	Note   map[string]string `json:"note"`   // language → what changed and why
}

// Entry is a term in one language.
type Entry struct {
	Term *Term
	Page
	Words             // what readers, search and exports may know: of a term that needs caution no variants
	Authored   Words  // what the page says, for rules
	Definition string // the first paragraph, as plain text
	NeedsHelp  bool   // the help lines stand beside it wherever it goes (ESP-05)
	Relations
	Reason    string // why it is retired
	Successor string // the id of the term that took its place, when it is shown
	Letter    string // under which it stands in the alphabet
	Order     int    // its place in the alphabet, from 0
}

// Page is what the site knows of the page of an entry.
type Page struct {
	Lang      string
	File      string
	Path      string // equal in all languages
	Address   string // on the site, without host
	Title     string
	Modified  string // the day on which it was last written or compared with its sources
	Sensitive bool
	Sources   []Cited // of the definition
	Front     *yaml.Doc
	Doc       *md.Doc
}

// Cited is a source with the places in it, as a reader sees them.
type Cited struct {
	Source   string   `json:"source"`
	Locators []string `json:"locators"`
}

// Words are the words for a term, as its front matter gives them.
type Words struct {
	Language      string    `json:"language,omitempty"` // of the headword, when it is not the edition's
	Pronunciation string    `json:"pronunciation,omitempty"`
	PartOfSpeech  string    `json:"part_of_speech,omitempty"`
	Article       string    `json:"article,omitempty"`
	Forms         []string  `json:"forms"`    // inflections and spellings
	Admitted      []string  `json:"admitted"` // synonyms
	Abbreviation  string    `json:"abbreviation"`
	Parts         []string  `json:"parts"` // words for search only
	Avoid         []Avoided `json:"avoid"`
}

// Avoided is a word not to use for a term, and why.
type Avoided struct {
	Term   string `json:"term"`
	Reason string `json:"reason"`
}

// In returns the entry in one language, nil when there is none.
func (t *Term) In(lang string) *Entry {
	for _, e := range t.Entries {
		if e.Lang == lang {
			return e
		}
	}
	return nil
}

// First returns the paragraph that defines the term, nil when there is none.
func (e *Entry) First() *md.Paragraph {
	if len(e.Doc.Paragraphs) == 0 {
		return nil
	}
	return &e.Doc.Paragraphs[0]
}

// At returns where one of the entry's names or parts stands in its front matter.
func (e *Entry) At(name string) diag.Position {
	for _, key := range []string{"/forms", "/admitted", "/parts"} {
		var names []string
		_ = e.Front.Decode(key, &names)
		if i := slices.Index(names, name); i >= 0 {
			return e.Front.Position(key + "/" + strconv.Itoa(i))
		}
	}
	if e.Authored.Abbreviation == name {
		return e.Front.Position("/abbreviation")
	}
	return e.Front.Position("/title")
}

// Names lists every word under which the term occurs in text: its title,
// other forms, admitted synonyms and abbreviation, without repeats.
func (e *Entry) Names() (names []string) {
	for _, name := range slices.Concat([]string{e.Title}, e.Authored.Forms, e.Authored.Admitted, []string{e.Authored.Abbreviation}) {
		if name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// Build joins pages into the terms of a site, sorted by id. pages has at
// most one page of a term in each language; the first language leads.
func Build(languages []string, pages map[string][]Page) (terms []*Term) {
	for id, list := range pages {
		terms = append(terms, newTerm(id, list, languages))
	}
	slices.SortFunc(terms, func(a, b *Term) int { return cmp.Compare(a.ID, b.ID) })
	for _, lang := range languages {
		shown := Shown(terms, lang)
		relate(shown)
		alphabetise(shown, lang)
	}
	return terms
}

// Shown lists the entries of one language that have a page on the site, by id.
func Shown(terms []*Term, lang string) (out []*Entry) {
	for _, t := range terms {
		if e := t.In(lang); e != nil && t.Status.Shown() {
			out = append(out, e)
		}
	}
	return out
}

func newTerm(id string, pages []Page, languages []string) *Term {
	t := &Term{ID: id}
	for _, lang := range languages {
		i := slices.IndexFunc(pages, func(p Page) bool { return p.Lang == lang })
		if i < 0 {
			continue
		}
		e := newEntry(t, pages[i])
		if lang == languages[0] {
			t.Lead = e
			_ = e.Front.Decode("", &t.Concept)
		}
		t.Entries = append(t.Entries, e)
	}
	for _, e := range t.Entries {
		e.NeedsHelp = e.Sensitive || t.Status == Caution
		e.Reason = t.Retired.Reason[e.Lang]
		e.Words = e.Authored
		if t.Status == Caution { // a list of its variants would be a list of search keys
			e.Forms, e.Admitted, e.Abbreviation, e.Parts, e.Avoid = []string{}, []string{}, "", []string{}, []Avoided{}
		}
	}
	return t
}

func newEntry(t *Term, p Page) *Entry {
	e := &Entry{Term: t, Page: p, Authored: Words{Forms: []string{}, Admitted: []string{}, Parts: []string{}, Avoid: []Avoided{}}}
	_ = e.Front.Decode("", &e.Authored)
	if first := e.First(); first != nil {
		e.Definition = text.Tidy(first.Text)
	}
	return e
}
