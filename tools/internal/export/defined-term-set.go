package export

import (
	"maps"
	"slices"
	"strings"

	"comwijzer/tools/internal/site"
)

var _ = register(Export{
	Path: "static/terms.jsonld",
	Doc:  "the glossary in all languages as schema.org DefinedTermSet (JSON-LD)",
	Make: func(s *site.Site) ([]byte, error) {
		var sets []definedTermSet
		for _, lang := range s.Languages {
			sets = append(sets, termSet(s, lang))
		}
		return encode(struct {
			Context string           `json:"@context"`
			Graph   []definedTermSet `json:"@graph"`
		}{"https://schema.org", sets})
	},
})

// https://schema.org/DefinedTermSet
type definedTermSet struct {
	Type     string        `json:"@type"`
	ID       string        `json:"@id"`
	Name     string        `json:"name"`
	Language string        `json:"inLanguage"`
	Terms    []definedTerm `json:"hasDefinedTerm"`
}

// https://schema.org/DefinedTerm
type definedTerm struct {
	Type        string   `json:"@type"`
	ID          string   `json:"@id"`
	Code        string   `json:"termCode"`
	Name        string   `json:"name"`
	Alternate   []string `json:"alternateName,omitempty"`
	Description string   `json:"description"`
	Language    string   `json:"inLanguage"`
	Set         string   `json:"inDefinedTermSet"`
}

// termSet leaves out the other forms of terms that need caution: a download
// is no place for search keys.
func termSet(s *site.Site, lang string) definedTermSet {
	base := strings.TrimSuffix(s.Config.BaseURL, "/")
	set := definedTermSet{Type: "DefinedTermSet", Language: lang, ID: base + "/#" + lang}
	if section := s.Page(lang, "/"+s.Config.Params.Glossary); section != nil {
		set.Name, set.ID = section.Title, base+s.URL(section)
	}
	entries := Glossary(s, lang)
	for _, id := range slices.Sorted(maps.Keys(entries)) {
		e := entries[id]
		term := definedTerm{
			Type: "DefinedTerm", ID: base + s.URL(s.Page(lang, e.Path)), Code: e.ID, Name: e.Term,
			Description: e.Definition, Language: lang, Set: set.ID,
		}
		if e.Status == "publish" {
			term.Alternate = e.Forms
		}
		set.Terms = append(set.Terms, term)
	}
	return set
}
