package export

import "comwijzer/tools/internal/site"

var _ = offer(dataset{
	name: "overview", doc: "per subject what is known and how well, for a memo; also what nobody has counted",
	columns: []field{
		{"subject", "what it is about", "string"},
		{"value", "in words, as the source has it; empty where nobody has counted", "string"},
		{"counts", "what was counted; where nobody has, what is missing", "string"},
		{"as_of", "the date of the figure: EDTF, as in ISO 8601-2", "string"},
		{"source", "who published it", "string"},
		{"locator", "the place in the source", "string"},
		{"certainty", "how well it is supported, in words of ours", "string"},
		{"why", "by which rules", "string"},
	},
	kind: "topic", below: func(s *site.Site, t *site.Record) []*site.Record { return figuresOf(s, t.ID) },
	cells: func(s *site.Site, lang string, r *site.Record) map[string]string {
		if t := s.Topic(r.ID); r.Kind == "topic" {
			return map[string]string{"subject": t.Title.In(lang), "counts": t.Answer.In(lang)}
		}
		return figureCells(s, lang, r)
	},
})
