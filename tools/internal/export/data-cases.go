package export

import "comwijzer/tools/internal/site"

var _ = offer(dataset{
	name: "cases", doc: "the state of legal cases, without names, on a date",
	columns: []field{
		{"title", "what the case is called here", "string"},
		{"country", "ISO 3166-1", "string"},
		{"status", "what is known of it, in words", "string"},
		{"status_text", "the same in sentences", "string"},
		{"as_of", "the date of what is known: EDTF, as in ISO 8601-2", "string"},
		{"reviewed_on", "the day on which we looked at it again", "date"},
		{"source", "who published it", "string"},
		{"locator", "the place in the source", "string"},
	},
	kind: "case", cells: func(s *site.Site, lang string, r *site.Record) map[string]string {
		c := s.Case(r.ID)
		return map[string]string{
			"title": r.Text("/title/" + lang), "country": c.Country, "status": s.Interface(lang)["case_"+c.Status],
			"status_text": r.Text("/status_text/" + lang), "as_of": r.Text("/as_of"), "reviewed_on": c.ReviewedOn,
			"source": sourceLabel(s, lang, r.Source), "locator": r.Locator.In(lang),
		}
	},
})
