package check

import (
	"fmt"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

var _ = register(Rule{
	ID:       "domain-unlisted",
	Title:    "an address on a domain that nobody has vouched for",
	Why:      "An editor looks once at whose site it is before readers are sent there; a mistyped domain may be anybody's.",
	Wrong:    "URL: https://www.politei.nl/…",
	Right:    "URL: https://www.fietslijn.example/…",
	Mend:     "correct the address, or add the domain to data/domains.yaml under the kind it is.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		eachHost(p, func(domains site.Domains, at diag.Position, address, host string) {
			_, allowed := site.Within(domains.Allow, host)
			_, denied := site.Within(domains.Deny, host)
			if !allowed && !denied {
				p.Report(at, fmt.Sprintf("correct it, or add %q under allow in %s", organisation(host), site.DomainsFile),
					"address %q is on a domain that is not allowed", address)
			}
		})
	},
})
