package export

import (
	"maps"
	"slices"

	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/site"
)

var _ = register(Export{
	Path: "static/tables/used.csv",
	Doc:  "every section that uses a term, as a table: what the pages of terms show the first of",
	Make: func(s *site.Site) ([]byte, error) {
		rows := [][]string{{"term", "language", "page", "heading", "address"}}
		for _, lang := range s.Languages {
			used, guard := uses(s, lang), newGuard(s, lang)
			for _, term := range slices.Sorted(maps.Keys(used)) {
				if t := s.Term(term); t != nil && t.Status != glossary.Caution {
					rows = append(rows, used[term].rows(s, lang, term, guard)...)
				}
			}
		}
		return table(rows)
	},
})
