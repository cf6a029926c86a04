package export

import "comwijzer/tools/internal/site"

var _ = offer(dataset{
	name: "overview", doc: "per subject what is known and how well, for a memo; also what nobody has counted",
	kind: "topic", below: func(s *site.Site, t *site.Record) []*site.Record { return figuresOf(s, t.ID) },
	cells: func(s *site.Site, lang string, r *site.Record) map[string]string {
		if t := s.Topic(r.ID); r.Kind == "topic" {
			return map[string]string{"subject": t.Title.In(lang), "counts": t.Answer.In(lang)}
		}
		return figureCells(s, lang, r)
	},
})
