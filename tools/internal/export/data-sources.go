package export

import (
	"cmp"

	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/site"
)

var _ = offer(dataset{
	name: "sources", doc: "every work that the site cites, and how we know it",
	kind: "source", cells: func(s *site.Site, lang string, r *site.Record) map[string]string {
		texts, w := s.Interface(lang), s.Source(r.ID)
		cells := map[string]string{
			"label": w.Label.In(lang), "publisher": w.Publisher, "issued": w.Issued, "type": w.Type, "kind": texts["grade_"+w.Grade],
			"read": texts["kind_"+w.Use], "web": w.URL, "archived": w.Record.Text("/archived"), "doi": w.DOI,
			"reliability": cmp.Or(string(w.Reliability.Grade), "F"), "reliability_why": judged(texts, "reliability", lang, w.Reliability, "F"),
			"credibility": cmp.Or(string(w.Credibility.Grade), "6"), "credibility_why": judged(texts, "credibility", lang, w.Credibility, "6"),
			"licence_source": w.Licence.In(lang), "accessed": cmp.Or(w.Accessed, w.VerifiedOn),
			"how_read": w.Record.Text("/read_as/" + lang), "about": w.Record.Text("/about/" + lang),
		}
		if w.Withdrawn != nil {
			cells["withdrawn"] = w.Withdrawn.On
		}
		return cells
	},
})

// judged says a judgement in words, with its reason.
func judged(texts map[string]string, scale, lang string, j site.Judgement, unknown string) string {
	return cite.Joined(": ", texts[scale+"_"+cmp.Or(string(j.Grade), unknown)], j.Because.In(lang))
}
