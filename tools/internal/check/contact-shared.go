package check

import (
	"cmp"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "contact-shared",
	Title:    "two contacts with one telephone number, site or name",
	Why:      "One of the two sends readers to somebody else; a record is often made as a copy of another.",
	Wrong:    "phone: \"0800-2000\"   # and in another contact: phone: 0800 2000",
	Right:    "phone: \"0800-2000\"   # and in another contact: phone: 0800-2001",
	Mend:     "look up whose it is, and correct the other record.",
	Set:      ReferencesRules,
	Severity: Error,
	Safety:   true,
	Source: func(p *Pass) {
		first := map[string]*site.Contact{}
		for _, c := range p.Contacts() {
			for key, own := range ownOf(p, c) {
				if other := first[own]; other != nil && other != c {
					p.Report(c.Position(key), "look up whose it is", "contact %q has the same", other.ID)
				}
				first[own] = cmp.Or(first[own], c)
			}
		}
	},
})

// ownOf returns what belongs to one contact alone, by where it stands in its
// record.
func ownOf(p *Pass, c *site.Contact) map[string]string {
	own := map[string]string{}
	for key, number := range c.Phones() {
		own["/"+key] = "number " + text.Digits(number)
	}
	if host := site.Host(c.Text("/web")); host != "" {
		own["/web"] = "site " + host
	}
	for _, lang := range p.Languages {
		if name := text.Normal(c.Name.In(lang)); name != "" {
			own["/name/"+lang] = lang + " " + name
		}
	}
	return own
}
