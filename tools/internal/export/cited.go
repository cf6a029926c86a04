package export

import (
	"slices"

	"comwijzer/tools/internal/site"
)

var _ = register(Export{
	Path: "data/cited.json",
	Doc:  "per source where it is cited",
	Make: func(s *site.Site) ([]byte, error) {
		return encode(perLanguage(s, func(lang string) map[string][]mention { return mentions(s, lang) }))
	},
})

type mention struct {
	Path    string `json:"path"`
	Title   string `json:"title"`
	Heading string `json:"heading"`
	Anchor  string `json:"anchor"`
	Locator string `json:"locator"`
}

func mentions(s *site.Site, lang string) map[string][]mention {
	out := map[string][]mention{}
	for _, p := range s.Pages {
		if p.Lang != lang || !p.Published() {
			continue
		}
		eachCitation(s, p, func(source, locator string, ref site.Ref) {
			m := mention{p.Path, p.Title, p.Headline(ref.HeadingIndex()), p.Anchor(ref.HeadingIndex()), locator}
			if !slices.Contains(out[source], m) {
				out[source] = append(out[source], m)
			}
		})
	}
	return out
}
