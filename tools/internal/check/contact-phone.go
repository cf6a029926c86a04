package check

import (
	"cmp"
	"slices"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "contact-phone",
	Title:    "a contact's telephone number that its country does not have",
	Why:      "Somebody in need dials it and gets nobody.",
	Wrong:    `phone: 0800-20000000`,
	Right:    `phone: 0800-2000`,
	Mend:     "compare it with the organisation's own page. Numbers of another country than params.region in config.toml need country in the record; short numbers that the phone library does not know stand in params.short_numbers.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		for _, c := range p.Contacts() {
			region := cmp.Or(c.Country, p.Config.Params.Region)
			for key, number := range c.Phones() {
				if region != "" && !hasPhone(p, number, region) {
					p.Report(c.Position("/"+key), "compare it with the organisation's own page", "%s %q is no number of %s", key, number, region)
				}
			}
		}
	},
})

// hasPhone reports whether a region has a telephone number: one that the phone
// library knows, or a short one that config.toml lists.
func hasPhone(p *Pass, number, region string) bool {
	params := p.Config.Params
	return region == params.Region && slices.Contains(params.ShortNumbers, number) || text.IsPhone(number, region)
}
