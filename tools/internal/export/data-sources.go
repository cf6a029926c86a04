package export

import (
	"cmp"

	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/site"
)

var _ = offer(dataset{
	name: "sources", doc: "every work that the site cites, and how we know it",
	columns: []field{
		{"label", "how it is called for short", "string"},
		{"publisher", "who published it", "string"},
		{"issued", "when: EDTF, as in ISO 8601-2", "string"},
		{"type", "as in CSL", "string"},
		{"kind", "primary, secondary or press, in words", "string"},
		{"reliability", "of the publisher, by our judgement on the Admiralty scale: A (completely) to E (not), F (cannot be judged)", "string"},
		{"reliability_why", "the same in words, with the reason", "string"},
		{"credibility", "of the work itself, by our judgement: 1 (confirmed) to 5 (improbable), 6 (cannot be judged)", "string"},
		{"credibility_why", "the same in words, with the reason", "string"},
		{"licence_source", "on which terms the work may be used, where we know", "string"},
		{"accessed", "the day on which it was last seen, where we know", "date"},
		{"read", "whether we read it ourselves", "string"},
		{"web", "its address", "anyURI"},
		{"archived", "the address of a copy", "anyURI"},
		{"doi", "its DOI", "string"},
		{"how_read", "what we read of it", "string"},
		{"about", "what it is, in words of ours", "string"},
		{"withdrawn", "the day on which it was taken back", "string"},
	},
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
