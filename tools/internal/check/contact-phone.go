package check

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "contact-phone",
	Title:    "a contact's telephone number that its country does not have, or that is not written as it is dialled from anywhere",
	Why:      "Somebody in need dials it and gets nobody; from abroad, or with a telephone of another country, a number without its country leads elsewhere.",
	Wrong:    `phone: 058-215 70 84`,
	Right:    `phone: "+31 58 215 7084"`,
	Mend:     "compare it with the organisation's own page, and write it with + and the country's number. Readers see it as people write it there. Short numbers, and those that are free or cost extra, belong to their country and are written as there: that of the record, or params.region in config.toml; short numbers that the phone library does not know stand in params.short_numbers.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		for _, c := range p.Contacts() {
			for key, number := range c.Phones() {
				reportContactPhone(p, c, key, number)
			}
		}
	},
})

func reportContactPhone(p *Pass, c *site.Contact, key, number string) {
	region := cmp.Or(c.Country, p.Config.Params.Region)
	phone := text.ReadPhone(number, region, "")
	switch {
	case region == "":
	case !hasPhone(p, number, region):
		p.Report(c.Position("/"+key), "compare it with the organisation's own page", "%s %q is no number of %s", key, number, region)
	case phone.IsInternational() && !strings.HasPrefix(number, "+"):
		p.Report(c.Position("/"+key), fmt.Sprintf("write %q", phone.Shown), "%s %q lacks its country", key, number)
	case !phone.IsInternational() && strings.HasPrefix(number, "+"):
		p.Report(c.Position("/"+key), "write it as in its country", "%s %q is dialled in %s only", key, number, region)
	}
}

// hasPhone reports whether a region has a telephone number: one that the phone
// library knows, or a short one that config.toml lists.
func hasPhone(p *Pass, number, region string) bool {
	params := p.Config.Params
	return region == params.Region && slices.Contains(params.ShortNumbers, number) || text.IsPhone(number, region)
}
