package export

import (
	"slices"

	"comwijzer/tools/internal/site"
)

var _ = register(Export{
	Path: "data/cited.json",
	Doc:  "per source where it is cited: on pages, and at terms",
	Make: func(s *site.Site) ([]byte, error) {
		return encode(perLanguage(s, func(lang string) map[string]*citedPlaces {
			cited := citations(s, lang)
			for _, c := range cited {
				c.Pages.cut()
				c.Terms.cut()
			}
			return cited
		}))
	},
})

// citedPlaces is where a source is cited.
type citedPlaces struct {
	Pages places `json:"pages"`
	Terms places `json:"terms"`
}

// citations returns where each source is cited in one language, by its id.
func citations(s *site.Site, lang string) map[string]*citedPlaces {
	out := map[string]*citedPlaces{}
	for _, p := range s.Pages {
		if p.Lang != lang || !p.Published() {
			continue
		}
		eachCitation(s, p, func(source, locator string, ref site.Ref) {
			if out[source] == nil {
				out[source] = &citedPlaces{Pages: places{Pages: []*place{}}, Terms: places{Pages: []*place{}}}
			}
			in := &out[source].Pages
			if p.Entry != nil {
				in = &out[source].Terms
			}
			spot, _ := in.spot(p, ref.HeadingIndex())
			if locator != "" && !slices.Contains(spot.Locators, locator) {
				spot.Locators = append(spot.Locators, locator)
			}
		})
	}
	return out
}
