package export

import "comwijzer/tools/internal/site"

var _ = offer(dataset{
	name: "contacts", doc: "organisations that help, and whether we checked what we say of them", isHelp: true,
	kind: "contact", cells: func(s *site.Site, lang string, r *site.Record) map[string]string {
		c := s.Contact(r.ID)
		return map[string]string{
			"name": c.Name.In(lang), "purpose": c.Purpose.In(lang), "country": c.Country, "phone": c.Phone, "phone_free": c.PhoneFree,
			"web": c.Web, "chat": c.Chat, "hours": c.Hours.In(lang), "checked_on": c.CheckedOn,
		}
	},
})
