package export

import "comwijzer/tools/internal/site"

var _ = offer(dataset{
	name: "cases", doc: "the state of legal cases, without names, on a date",
	kind: "case", cells: func(s *site.Site, lang string, r *site.Record) map[string]string {
		c := s.Case(r.ID)
		return map[string]string{
			"title": r.Text("/title/" + lang), "country": c.Country, "status": s.Interface(lang)["case_"+c.Status],
			"status_text": r.Text("/status_text/" + lang), "as_of": r.Text("/as_of"), "reviewed_on": c.ReviewedOn,
			"source": sourceLabel(s, lang, r.Source), "locator": r.Locator.In(lang),
		}
	},
})
