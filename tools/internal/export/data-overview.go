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
	things: func(s *site.Site) (things []thing) {
		for _, t := range s.Topics() {
			things = append(things, thing{t.ID, "topic", func(lang string) map[string]string {
				return map[string]string{"subject": t.Title.In(lang), "counts": t.Answer.In(lang)}
			}})
			for _, r := range figuresOf(s, t.ID) {
				things = append(things, thing{r.ID, "figure", func(lang string) map[string]string { return figureCells(s, lang, s.Figure(r.ID)) }})
			}
		}
		return things
	},
})
