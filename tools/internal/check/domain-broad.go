package check

import (
	"golang.org/x/net/publicsuffix"

	"comwijzer/tools/internal/site"
)

var _ = register(Rule{
	ID:       "domain-broad",
	Title:    "an allowed domain that is open to all, or denied as well",
	Why:      "A domain stands for all names below it: to allow co.uk or a host of free sites is to allow everybody.",
	Wrong:    "allow:\n  press: [co.uk]",
	Right:    "allow:\n  press: [aboutmanchester.co.uk]",
	Mend:     "name the domain of the organisation itself.",
	Set:      ReferencesRules,
	Severity: Error,
	Safety:   true,
	Source: func(p *Pass) {
		domains, _ := p.Domains()
		for _, d := range domains.Allow {
			at := p.List("domains").Position(d.Pointer)
			if suffix, _ := publicsuffix.PublicSuffix(d.Name); suffix == d.Name {
				p.Report(at, "name the domain of one organisation", "anybody can have a name below %q", d.Name)
			}
			if other, denied := site.Within(domains.Deny, d.Name); denied {
				p.Report(at, "remove one of the two", "%q is allowed, but %q is denied", d.Name, other.Name)
			}
		}
	},
})
