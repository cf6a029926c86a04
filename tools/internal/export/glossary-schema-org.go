package export

import (
	"slices"
	"strings"

	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/site"
)

var _ = register(Export{
	Path:   "static/downloads/glossary.jsonld",
	Doc:    "the glossary in all languages as schema.org DefinedTermSet (JSON-LD)",
	Format: "download_schema_org",
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
	License  string        `json:"license,omitempty"`
	Modified string        `json:"dateModified,omitempty"`
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

func termSet(s *site.Site, lang string) definedTermSet {
	set := definedTermSet{
		Type: "DefinedTermSet", ID: glossaryAddress(s, lang), Name: glossaryTitle(s, lang), Language: lang,
		License: s.Config.Params.Licence.URL, Modified: modified(s), Terms: []definedTerm{},
	}
	for _, e := range s.Glossary(lang) {
		set.Terms = append(set.Terms, definedTerm{
			Type: "DefinedTerm", ID: e.Address, Code: e.Term.ID, Name: e.Title, Alternate: alternates(e),
			Description: strings.TrimSpace(e.Definition + " " + helpFor(s, e)), Language: lang, Set: set.ID,
		})
	}
	return set
}

// alternates lists the other words for a term: synonyms, abbreviation and forms.
func alternates(e *glossary.Entry) (out []string) {
	for _, name := range slices.Concat(e.Admitted, []string{e.Abbreviation}, e.Forms) {
		if name != "" && name != e.Title && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}
