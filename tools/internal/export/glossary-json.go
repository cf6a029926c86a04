package export

import (
	"slices"

	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/site"
)

// The public shape of the glossary, which others may build on. Its JSON
// Schema is glossary.schema.json; what is in use there does not change, new
// keys may come.
var _ = register(Export{
	Path:   "static/downloads/glossary.json",
	Doc:    "the glossary in all languages, for programs",
	Format: "download_json",
	Make: func(s *site.Site) ([]byte, error) {
		out := publicGlossary{
			Schema: base(s) + "/" + schemaPath, Address: glossaryAddress(s, s.DefaultLanguage()),
			Title:   site.ByLanguage(s, func(lang string) string { return glossaryTitle(s, lang) }),
			Licence: licence(s.Config.Params.Licence), Modified: modified(s), Languages: s.Languages,
			Domains: site.ByLanguage(s, func(lang string) map[string]string { return domainNames(s, lang) }),
			Terms:   []publicTerm{},
		}
		for _, c := range shownTerms(s) {
			out.Terms = append(out.Terms, public(s, c))
		}
		return encode(out)
	},
})

type publicGlossary struct {
	Schema    string                       `json:"$schema"`
	Address   string                       `json:"address"`
	Title     map[string]string            `json:"title"`
	Licence   licence                      `json:"licence"`
	Modified  string                       `json:"modified"`
	Languages []string                     `json:"languages"`
	Domains   map[string]map[string]string `json:"domains"`
	Terms     []publicTerm                 `json:"terms"`
}

type publicTerm struct {
	ID        string                 `json:"id"`
	Status    glossary.Status        `json:"status"`
	Domain    string                 `json:"domain,omitempty"`
	Origin    string                 `json:"origin,omitempty"`
	Broader   []string               `json:"broader"`
	Narrower  []string               `json:"narrower"`
	See       []string               `json:"see"`
	Successor string                 `json:"successor,omitempty"`
	Entries   map[string]publicEntry `json:"entries"` // by language
}

type publicEntry struct {
	Term          string             `json:"term"`
	Address       string             `json:"address"`
	Language      string             `json:"language,omitempty"`
	Pronunciation string             `json:"pronunciation,omitempty"`
	PartOfSpeech  string             `json:"part_of_speech,omitempty"`
	Article       string             `json:"article,omitempty"`
	Abbreviation  string             `json:"abbreviation,omitempty"`
	Admitted      []string           `json:"admitted"`
	Forms         []string           `json:"forms"`
	Avoid         []glossary.Avoided `json:"avoid"`
	Definition    string             `json:"definition"`
	Help          string             `json:"help,omitempty"`
	Sources       []publicSource     `json:"sources"`
	Reason        string             `json:"reason,omitempty"`
	History       []change           `json:"history"`
	Modified      string             `json:"modified"`
}

type publicSource struct {
	ID       string   `json:"id"`
	Label    string   `json:"label"`
	Address  string   `json:"address,omitempty"`
	Locators []string `json:"locators"`
}

func public(s *site.Site, c *glossary.Term) publicTerm {
	t := publicTerm{
		ID: c.ID, Status: c.Status, Domain: c.Domain, Origin: c.Origin,
		Broader: c.Lead.Broader, Narrower: c.Lead.Narrower, See: c.Lead.See, Successor: c.Lead.Successor,
		Entries: map[string]publicEntry{},
	}
	for _, e := range c.Entries {
		t.Entries[e.Lang] = publicEntry{
			Term: e.Title, Address: e.Address, Language: e.Language, Pronunciation: e.Pronunciation,
			PartOfSpeech: e.PartOfSpeech, Article: e.Article, Abbreviation: e.Abbreviation,
			Admitted: e.Admitted, Forms: e.Forms, Avoid: e.Avoid,
			Definition: e.Definition, Help: helpFor(s, e), Sources: publicSources(s, e),
			Reason: e.Reason, History: history(e), Modified: e.Modified,
		}
	}
	return t
}

func publicSources(s *site.Site, e *glossary.Entry) []publicSource {
	out := []publicSource{}
	for _, c := range e.Sources {
		p := publicSource{ID: c.Source, Label: sourceLabel(s, e.Lang, c.Source), Locators: slices.Clone(c.Locators)}
		if url := s.RecordURL(e.Lang, "source", c.Source); url != "" {
			p.Address = base(s) + url
		}
		out = append(out, p)
	}
	return out
}
