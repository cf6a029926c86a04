package export

import "comwijzer/tools/internal/site"

var _ = register(Export{
	Path: "data/headings.json",
	Doc:  "per page its headings by id, for links that are named after the heading they lead to",
	Make: byLanguage(headings),
})

func headings(s *site.Site, lang string) map[string]map[string]string {
	out := map[string]map[string]string{}
	for _, p := range s.Pages {
		if p.Lang != lang || len(p.Doc.Headings) == 0 {
			continue
		}
		out[p.Path] = map[string]string{}
		for _, h := range p.Doc.Headings {
			out[p.Path][h.ID] = h.Text
		}
	}
	return out
}
