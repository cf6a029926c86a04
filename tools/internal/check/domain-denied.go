package check

import (
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "domain-denied",
	Title:    "an address on a domain that the site never links to",
	Why:      "A link to a messenger, a place to dump texts or an image board leads readers to where the harm is done, and gives it attention (ESP-14).",
	Wrong:    "URL: https://t.me/…",
	Right:    "URL: https://www.fietslijn.example/…",
	Mend:     "cite a work that describes it, from a publisher; data/domains.yaml says which domains are denied. An address typed in a text counts, and so does an invitation without its host: the list `invitations` there.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		eachHost(p, func(domains site.Domains, at diag.Position, address, host string) {
			if d, denied := site.Within(domains.Deny, host); denied {
				p.Report(at, "cite a publisher's work about it, or leave the address out", "address %q is on denied domain %q (%s)", address, d.Name, d.Kind)
			}
		})
		domains, ok := p.Domains()
		if !ok {
			return
		}
		eachOwnText(p, func(t *runningText) {
			if site.Host(t.text) == "" { // that is an address, and found above
				p.typedDenied(domains, t)
			}
		})
	},
})

// typedDenied reports addresses on denied hosts and invitations typed in a
// text. A host by itself is the name of a service.
func (p *Pass) typedDenied(domains site.Domains, t *runningText) {
	for _, r := range typedHosts(t.text) {
		host, path := strings.ToLower(t.text[r.From:r.To]), t.text[r.To:]
		if !strings.HasPrefix(path, "/") || !text.StartsWithWord(path[1:]) && !strings.HasPrefix(path, "/+") {
			continue
		}
		if d, denied := site.Within(domains.Deny, host); denied {
			p.Report(t.at(r.From), "leave it out", "an address on denied domain %q (%s) typed in the text", d.Name, d.Kind)
		}
	}
	for _, part := range domains.Invitations {
		if i := strings.Index(t.text, part); i >= 0 {
			p.Report(t.at(i), "leave it out", "an invitation typed in the text")
		}
	}
}
