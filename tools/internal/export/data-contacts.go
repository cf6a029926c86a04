package export

import "comwijzer/tools/internal/site"

var _ = offer(dataset{
	name: "contacts", doc: "organisations that help, and whether we checked what we say of them", isHelp: true,
	columns: []field{
		{"name", "of the organisation", "string"},
		{"purpose", "what it is for", "string"},
		{"country", "ISO 3166-1", "string"},
		{"phone", "in international form, or a short number", "string"},
		{"phone_free", "another number, free of charge", "string"},
		{"web", "its address", "anyURI"},
		{"chat", "the address of its chat", "anyURI"},
		{"hours", "when it can be reached", "string"},
		{"checked_on", "the day on which we compared this with its own page; empty when we never did", "date"},
	},
	kind: "contact", cells: func(s *site.Site, lang string, r *site.Record) map[string]string {
		c := s.Contact(r.ID)
		return map[string]string{
			"name": c.Name.In(lang), "purpose": c.Purpose.In(lang), "country": c.Country, "phone": c.Phone, "phone_free": c.PhoneFree,
			"web": c.Web, "chat": c.Chat, "hours": c.Hours.In(lang), "checked_on": c.CheckedOn,
		}
	},
})
