package check

import (
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

var _ = register(Rule{
	ID:       "domain-denied",
	Title:    "an address on a domain that the site never links to",
	Why:      "A link to a messenger, a place to dump texts or an image board leads readers to where the harm is done, and gives it attention.",
	Wrong:    "URL: https://t.me/…",
	Right:    "URL: https://www.politie.nl/…",
	Mend:     "cite a work that describes it, from a publisher; data/domains.yaml says which domains are denied.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		eachHost(p, func(domains site.Domains, at diag.Position, address, host string) {
			if d, denied := site.Within(domains.Deny, host); denied {
				p.Report(at, "cite a publisher's work about it, or leave the address out", "address %q is on denied domain %q (%s)", address, d.Name, d.Kind)
			}
		})
	},
})
