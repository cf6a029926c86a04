package check

import (
	"strings"

	"comwijzer/tools/internal/built"
	"comwijzer/tools/internal/site"
)

var _ = register(RenderedRules, Error, Rule{
	ID:     "built-domain",
	Title:  "a link on a rendered page to a host that nobody has vouched for, or that gives the reader away",
	Why:    "A layout can link too. Readers go only where an editor has looked, and the other side must not hear where they came from (ESP-14).",
	Wrong:  `<a href="https://discord.gg/…">`,
	Right:  `<a href="https://www.fietslijn.example/…" rel="noopener noreferrer">`,
	Mend:   "leave the link out, or add the domain to data/domains.yaml under the kind it is; give outgoing links rel=\"noopener noreferrer\". params.exit, the licence and doi.org are allowed.",
	Safety: true,
	Page: func(p *BuiltPass) func(*built.Page) {
		domains, ok := p.Source.Domains()
		if !ok {
			return nil
		}
		config := p.Source.Config
		own := site.Host(config.BaseURL)
		vouched := map[string]bool{site.Host(config.Params.Exit): true, site.Host(config.Params.Licence.URL): true, "doi.org": true}
		return func(page *built.Page) {
			for _, link := range page.Links {
				host := site.Host(link.Dest)
				if host == "" || host == own || strings.HasPrefix(link.Dest, "mailto:") {
					continue
				}
				denied, isDenied := site.Within(domains.Deny, host)
				_, allowed := site.Within(domains.Allow, host)
				switch {
				case isDenied:
					p.Report(link.Position, "leave the link out", "link to denied domain %q (%s)", denied.Name, denied.Kind)
				case !allowed && !vouched[host]:
					p.Report(link.Position, "leave it out, or vouch for the domain in "+site.DomainsFile, "link to host %q, which is not allowed", host)
				case !strings.Contains(link.Rel, "noreferrer"):
					p.Report(link.Position, `add rel="noopener noreferrer"`, "link to host %q tells it where the reader came from", host)
				}
			}
		}
	},
})
