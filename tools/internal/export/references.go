package export

import (
	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/site"
)

var _ = register(Export{
	Path: "data/references.json",
	Doc:  "per source its reference in HTML, the link to it, and what programs take it from",
	Make: byLanguage(func(s *site.Site, lang string) map[string]reference {
		words := s.ReferenceWords(lang)
		out := map[string]reference{}
		for _, source := range s.Sources() {
			out[source.ID] = reference{words.Reference(source.Work), source.Item().COinS()}
		}
		return out
	}),
})

type reference struct {
	cite.Reference
	COinS string `json:"coins"`
}
