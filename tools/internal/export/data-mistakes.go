package export

import "comwijzer/tools/internal/site"

var _ = offer(dataset{
	name: "mistakes", doc: "what is wrong in sources, what this site says instead, and whether it was reported and mended",
	kind: "mistake", cells: func(s *site.Site, lang string, m *site.Record) map[string]string {
		return map[string]string{
			"source": sourceLabel(s, lang, m.Source), "locator": m.Locator.In(lang),
			"wrong": m.Text("/wrong/" + lang), "instead": m.Text("/instead/" + lang),
			"reported": m.Text("/reported"), "acknowledged": m.Text("/acknowledged"), "mended": m.Text("/mended"),
		}
	},
})
