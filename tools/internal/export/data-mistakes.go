package export

import "comwijzer/tools/internal/site"

var _ = offer(dataset{
	name: "mistakes", doc: "what is wrong in sources, what this site says instead, and whether it was reported and mended",
	columns: []field{
		{"source", "who published it", "string"},
		{"locator", "the place in the source", "string"},
		{"wrong", "what is wrong, and how we know", "string"},
		{"instead", "what this site says instead", "string"},
		{"reported", "the day on which the publisher was told; empty: not yet", "date"},
		{"acknowledged", "the day on which the publisher said so", "date"},
		{"mended", "the day on which we saw that it is mended", "date"},
	},
	kind: "mistake", cells: func(s *site.Site, lang string, m *site.Record) map[string]string {
		return map[string]string{
			"source": sourceLabel(s, lang, m.Source), "locator": m.Locator.In(lang),
			"wrong": m.Text("/wrong/" + lang), "instead": m.Text("/instead/" + lang),
			"reported": m.Text("/reported"), "acknowledged": m.Text("/acknowledged"), "mended": m.Text("/mended"),
		}
	},
})
