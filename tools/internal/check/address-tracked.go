package check

import (
	"net/url"
	"strings"

	"comwijzer/tools/internal/site"
)

// followed are the parameters with which senders follow who presses a link.
var followed = []string{"utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "igsh"}

var _ = register(Rule{
	ID:       "address-tracked",
	Title:    "an address with a parameter that tells where a reader comes from",
	Why:      "The address was copied from a message or an advertisement, and tells its owner who reads here.",
	Wrong:    "URL: https://www.example.org/rapport?utm_source=nieuwsbrief",
	Right:    "URL: https://www.example.org/rapport",
	Mend:     "leave the parameter out.",
	Set:      ReferencesRules,
	Severity: Error,
	Source: func(p *Pass) {
		for _, r := range p.Records {
			for pointer, address := range r.Texts() {
				if site.Host(address) == "" {
					continue
				}
				u, err := url.Parse(address)
				if err != nil {
					continue
				}
				for name := range u.Query() {
					for _, prefix := range followed {
						if strings.HasPrefix(name, prefix) {
							p.Report(r.Position(pointer), "leave "+name+" out", "parameter %q follows readers", name)
						}
					}
				}
			}
		}
	},
})
