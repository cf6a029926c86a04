// Package site holds a knowledge site as plain values: pages, terms and
// records with their positions and the references between them. Load reads
// it from a file system; nothing here writes or renders.
package site

import (
	"cmp"
	"io/fs"
	"maps"
	"slices"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/toml"
	"comwijzer/tools/internal/yaml"
)

// Site is the whole of content/ and data/. It does not change after Load.
type Site struct {
	FS      fs.FS // the root that holds config.toml
	Config  Config
	Written *toml.Doc // Config as its file has it; nil when that could not be read

	Languages []string // codes, the default language first
	Unwritten []string // the languages that InUse left out
	Pages     []*Page  // sorted by file
	Records   []*Record
	Terms     []*glossary.Term // sorted by id

	Allowances []Allowance

	pages     map[string]map[string]*Page   // language → path
	records   map[string]map[string]*Record // kind → id
	lexicons  map[string]*Lexicon           // by language
	lacks     func(lang, list string)       // hears of each lexicon and list that is asked for and not there; nil for nobody
	lists     map[string]*yaml.Doc          // by name
	texts     map[string]map[string]string  // of the interface, by language
	textFiles map[string]*toml.Doc          // the files of those texts
	keyed     map[string][]*Passage         // the same with those of the configuration, as passages
	unread    map[string]bool               // what stands in files that could not be read: "source x", "page nl /x"
	withheld  map[string][]byte             // what AsPublished put in the place of pages, by file
	files     map[string]bool               // every file below content/, static/ and assets/
}

// Page is one Markdown file in content/.
type Page struct {
	File    string // content/netwerk/structuur.nl.md
	Lang    string
	Path    string // Hugo's logical path, equal in all languages: /netwerk/structuur
	Section string // its first part: netwerk
	Front
	Entry  *glossary.Entry // nil when it is no page of a term
	Doc    *md.Doc
	Blocks []*yaml.Doc // what Doc.Blocks say, nil for kinds without schema and unreadable ones
	Refs   []Ref       // in reading order

	passages []Passage // its own words
}

// Front is the front matter that pages of all types may have. As in
// records, a field whose value does not fit it stays zero.
type Front struct {
	Title     string   `json:"title"`
	Type      string   `json:"type"`
	Slug      string   `json:"slug"`
	Summary   string   `json:"summary"`
	Goal      string   `json:"goal"`
	Audience  []string `json:"audience"`
	Date      string   `json:"date"`
	Checked   string   `json:"checked"`
	Sensitive bool     `json:"sensitive"`
	Note      string   `json:"note"`
	Draft     bool     `json:"draft"`
	From      string   `json:"publishDate"` // the day from which it is published, "" for at once
	*yaml.Doc `json:"-"`
}

// Record is one YAML file in data/<kind>s/. Sources, Figures and so on list
// those of one kind with their fields.
type Record struct {
	Kind string // "source", "figure" …
	ID   string // the file's name without extension
	File string
	*yaml.Doc
	Basis
	Refs []Ref

	passages []Passage // its own words, by language
	content  any       // what kinds has for it, nil when nothing reads it
}

// Ref is one pointer at a record or term: a link, or a value in a block, in
// front matter or in a record.
type Ref struct {
	diag.Position
	Kind  string // of the target: "source", "term", "figure" …
	ID    string
	Text  string   // the link's text, which is the locator of a citation
	Link  *md.Link // nil when it is no link
	Block *md.Block
}

// SchemeKinds returns the kind of record that a link scheme points at. What
// a link with it does for a sentence is decided elsewhere: whether it
// brings a source (cite.IsSourced), shows whose advice it is (the rule
// advice-unmarked), and what its change weighs (weighs.json in review).
var SchemeKinds = map[string]string{
	"cite": "source", "term": "term", "figure": "figure", "contact": "contact", "case": "case",
}

// Page returns the page with that logical path, nil when there is none.
func (s *Site) Page(lang, path string) *Page { return s.pages[lang][path] }

// Record returns one record, nil when there is none.
func (s *Site) Record(kind, id string) *Record { return s.records[kind][id] }

// Term returns one term, nil when there is none.
func (s *Site) Term(id string) *glossary.Term {
	i, found := slices.BinarySearchFunc(s.Terms, id, func(t *glossary.Term, id string) int { return cmp.Compare(t.ID, id) })
	if !found {
		return nil
	}
	return s.Terms[i]
}

// Glossary lists the entries of one language that readers can look up, by id.
func (s *Site) Glossary(lang string) []*glossary.Entry { return glossary.Shown(s.Terms, lang) }

// RecordsOf lists the records of a kind, sorted by id.
func (s *Site) RecordsOf(kind string) (out []*Record) {
	for _, r := range s.Records {
		if r.Kind == kind {
			out = append(out, r)
		}
	}
	return out
}

// Exists reports whether the site has something of a kind, also when it
// could not be read: a term or a record by its id, a page by its path in
// any language.
func (s *Site) Exists(kind, id string) bool {
	if s.unread[kind+" "+id] {
		return true
	}
	switch kind {
	case "term":
		return s.Term(id) != nil
	case "page":
		return slices.ContainsFunc(s.Languages, func(lang string) bool { return s.Page(lang, id) != nil || s.PageLost(lang, id) })
	}
	return s.records[kind][id] != nil
}

// IDs lists what Exists can find of a kind, sorted.
func (s *Site) IDs(kind string) (ids []string) {
	switch kind {
	case "term":
		for _, t := range s.Terms {
			ids = append(ids, t.ID)
		}
		return ids
	case "page":
		return s.Paths(s.DefaultLanguage())
	}
	return slices.Sorted(maps.Keys(s.records[kind]))
}

// Paths lists the logical paths of a language's pages, sorted.
func (s *Site) Paths(lang string) []string { return slices.Sorted(maps.Keys(s.pages[lang])) }

// HasFile reports whether a file stands below content/, static/ or assets/.
func (s *Site) HasFile(name string) bool { return s.files[name] }

// Files lists the files below content/, data/, static/ and assets/, sorted.
func (s *Site) Files() []string { return slices.Sorted(maps.Keys(s.files)) }

// ByLanguage returns what there is of each language.
func ByLanguage[T any](s *Site, of func(lang string) T) map[string]T {
	out := map[string]T{}
	for _, lang := range s.Languages {
		out[lang] = of(lang)
	}
	return out
}

// DefaultLanguage is the language whose pages lead.
func (s *Site) DefaultLanguage() string { return s.Languages[0] }

// fewPages is how many pages a site has of which it is told one by one what is not translated.
const fewPages = 20

// InUse returns the site without the languages in which no page is, where another has many:
// all that could be said of such a language follows from that.
func (s *Site) InUse() *Site {
	pages, most := map[string]int{}, 0
	for _, p := range s.Pages {
		pages[p.Lang]++
		most = max(most, pages[p.Lang])
	}
	if most < fewPages || len(pages) == len(s.Languages) {
		return s
	}
	written := *s
	written.Languages = nil
	for _, lang := range s.Languages {
		if pages[lang] > 0 {
			written.Languages = append(written.Languages, lang)
		} else {
			written.Unwritten = append(written.Unwritten, lang)
		}
	}
	return &written
}
