package export

import "comwijzer/tools/internal/site"

var _ = register(Export{
	Path: "data/evidence.json",
	Doc:  "per figure how certain it is, and why, as keys of the interface's texts",
	Make: func(s *site.Site) ([]byte, error) {
		out, latest := map[string]certainty{}, latestCheck(s)
		for _, f := range s.Figures() {
			out[f.ID] = weigh(s, f, latest).certainty()
		}
		return encode(out)
	},
})
