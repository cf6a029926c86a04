package export

import (
	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/site"
)

var _ = register(Export{
	Path: "data/references.json",
	Doc:  "per source its reference in HTML, and the link to it",
	Make: func(s *site.Site) ([]byte, error) {
		return encode(perLanguage(s, func(lang string) map[string]cite.Reference {
			words := s.ReferenceWords(lang)
			out := map[string]cite.Reference{}
			for _, source := range s.Sources() {
				out[source.ID] = words.Reference(source.Work)
			}
			return out
		}))
	},
})
