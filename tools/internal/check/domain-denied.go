package check

import (
	"fmt"
	"strings"

	"golang.org/x/net/publicsuffix"

	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
	"comwijzer/tools/internal/yaml"
)

var _ = register(SafetyRules, Error, Rule{
	ID:     "domain-denied",
	Title:  "an address on a domain that the site never links to, or that nobody has vouched for; or an allowed domain that is open to all, or denied as well",
	Why:    "A link to a messenger, a place to dump texts or an image board leads readers to where the harm is done, and gives it attention (ESP-14). And a mistyped domain may be anybody's: an editor looks once at whose site it is before readers are sent there. A domain stands for all names below it: to allow co.uk or a host of free sites is to allow everybody.",
	Wrong:  "URL: https://t.me/…",
	Right:  "URL: https://www.fietslijn.example/…",
	Mend:   "correct the address, or add the domain of the organisation itself to data/domains.yaml under the kind it is; instead of one that is denied there, cite a work that describes it, from a publisher. Addresses in records count, and those that config.toml has for readers: the quick exit, the licence. An address on a denied domain typed in a text counts, and so does an invitation without its host: the list `invitations` there.",
	Safety: true,
	Source: func(p *Pass) {
		domains, ok := p.Domains()
		if !ok {
			return
		}
		reportBroad(p, domains)
		for _, r := range p.Records {
			for pointer, address := range r.Texts() {
				reportDomain(p, domains, r.Position(pointer), address)
			}
		}
		for pointer, address := range (&yaml.Doc{Value: p.Written.Value}).Texts() {
			if isShown(pointer) && strings.Contains(address, "://") {
				reportDomain(p, domains, p.ConfigAt(pointer), address)
			}
		}
		for t := range p.Passages() {
			if site.Host(t.Text) == "" { // that is an address, and found above
				reportTyped(p, domains, t)
			}
		}
	},
})

// isShown reports whether a setting is of what readers get, and not of
// where the site is made.
func isShown(pointer string) bool {
	return strings.HasPrefix(pointer, "/params/") || strings.HasPrefix(pointer, "/languages/")
}

func reportDomain(p *Pass, domains site.Domains, at diag.Position, address string) {
	host := site.Host(address)
	if host == "" {
		return
	}
	if d, denied := site.Within(domains.Deny, host); denied {
		p.Report(at, "cite a publisher's work about it, or leave the address out", "address %q is on denied domain %q (%s)", address, d.Name, d.Kind)
	} else if _, allowed := site.Within(domains.Allow, host); !allowed {
		p.Report(at, fmt.Sprintf("correct it, or add %q under allow in %s", organisation(host), site.DomainsFile),
			"address %q is on a domain that is not allowed", address)
	}
}

// organisation returns the part of a host that one organisation registered.
func organisation(host string) string {
	if domain, err := publicsuffix.EffectiveTLDPlusOne(host); err == nil {
		return domain
	}
	return host
}

// reportTyped reports addresses on denied hosts and invitations typed in a
// text. A host by itself is the name of a service.
func reportTyped(p *Pass, domains site.Domains, t *site.Passage) {
	for _, r := range cite.Hosts(t.Text) {
		host, path := strings.ToLower(r.Of(t.Text)), t.Text[r.To:]
		if !strings.HasPrefix(path, "/") || !text.StartsWithWord(path[1:]) && !strings.HasPrefix(path, "/+") {
			continue
		}
		if d, denied := site.Within(domains.Deny, host); denied {
			p.Report(t.At(r.From), "leave it out", "an address on denied domain %q (%s) typed in the text", d.Name, d.Kind)
		}
	}
	for _, part := range domains.Invitations {
		if i := strings.Index(t.Text, part); i >= 0 {
			p.Report(t.At(i), "leave it out", "an invitation typed in the text")
		}
	}
}

// reportBroad reports allowed domains that are open to all, or denied as
// well.
func reportBroad(p *Pass, domains site.Domains) {
	for _, d := range domains.Allow {
		at := p.List("domains").Position(d.Pointer)
		if suffix, _ := publicsuffix.PublicSuffix(d.Name); suffix == d.Name {
			p.Report(at, "name the domain of one organisation", "anybody can have a name below %q", d.Name)
		}
		if other, denied := site.Within(domains.Deny, d.Name); denied {
			p.Report(at, "remove one of the two", "%q is allowed, but %q is denied", d.Name, other.Name)
		}
	}
}
