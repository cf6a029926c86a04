package export

import (
	"maps"
	"slices"
	"strings"

	"comwijzer/tools/internal/site"
)

var _ = register(Export{
	Path: "static/tables/cited.csv",
	Doc:  "every place where a source is cited, as a table: what the pages of sources show the first of",
	Make: func(s *site.Site) ([]byte, error) {
		rows := [][]string{{"source", "language", "page", "heading", "address", "locators", "certainty"}}
		for _, lang := range s.Languages {
			cited, texts, guard := citations(s, lang), s.Interface(lang), newGuard(s, lang)
			for _, source := range slices.Sorted(maps.Keys(cited)) {
				for _, list := range []places{cited[source].Pages, cited[source].Terms} {
					rows = append(rows, list.rows(s, lang, source, guard, func(on *spot) string { return strings.Join(on.Locators, csvJoin) },
						func(on *spot) string { return texts["certainty_"+on.Certain] })...)
				}
			}
		}
		return table(rows)
	},
})
