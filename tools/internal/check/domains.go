package check

import (
	"golang.org/x/net/publicsuffix"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

// eachHost visits the addresses in records with their host, on a site that
// has a list of domains.
func eachHost(p *Pass, visit func(domains site.Domains, at diag.Position, address, host string)) {
	domains, ok := p.Domains()
	if !ok {
		return
	}
	for _, r := range p.Records {
		eachText(r.Value, "", func(pointer, text string) {
			if host := site.Host(text); host != "" {
				visit(domains, r.Position(pointer), text, host)
			}
		})
	}
}

// organisation gives the part of a host that one organisation registered.
func organisation(host string) string {
	if domain, err := publicsuffix.EffectiveTLDPlusOne(host); err == nil {
		return domain
	}
	return host
}

// isPublic reports whether anybody can register names below a domain.
func isPublic(domain string) bool {
	suffix, _ := publicsuffix.PublicSuffix(domain)
	return suffix == domain
}
