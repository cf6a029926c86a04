package site

import (
	"fmt"
	"net/url"
	"strings"

	"golang.org/x/net/idna"

	"comwijzer/tools/internal/yaml"
)

// DomainsFile says which domains an address in a record may have.
const DomainsFile = "data/domains.yaml"

// Domains is DomainsFile: the domains that are allowed and those that are
// denied, each under a kind. A domain stands for its subdomains too.
type Domains struct {
	Allow, Deny map[string]Domain
	Invitations []string // parts of addresses by which one joins a closed group
}

// Domain is one entry of DomainsFile.
type Domain struct {
	Name    string
	Kind    string // "press", "messenger" …
	Pointer string // its place in the file
}

// Domains returns the site's domains; false when it has no list of them.
func (s *Site) Domains() (Domains, bool) {
	list := s.List("domains")
	if list == nil {
		return Domains{}, false
	}
	var said struct {
		Allow       map[string][]string `json:"allow"`
		Deny        map[string][]string `json:"deny"`
		Invitations Phrases             `json:"invitations"`
	}
	_ = list.Decode("", &said)
	return Domains{byName(said.Allow, "allow"), byName(said.Deny, "deny"), said.Invitations}, true
}

func byName(kinds map[string][]string, key string) map[string]Domain {
	domains := map[string]Domain{}
	for kind, names := range kinds {
		for i, name := range names {
			domains[name] = Domain{name, kind, yaml.Pointer(key, kind, fmt.Sprint(i))}
		}
	}
	return domains
}

// Within finds the entry that host falls under: its own, or that of a
// domain around it.
func Within(domains map[string]Domain, host string) (Domain, bool) {
	for {
		if d, ok := domains[host]; ok {
			return d, true
		}
		_, parent, more := strings.Cut(host, ".")
		if !more {
			return Domain{}, false
		}
		host = parent
	}
}

// Host returns the host of a web address or the domain of an e-mail
// address, as name servers know it; "" for any other text.
func Host(address string) string {
	host := ""
	if u, err := url.Parse(address); err == nil && (u.Scheme == "http" || u.Scheme == "https") {
		host = u.Hostname()
	} else if name, domain, ok := strings.Cut(address, "@"); ok && name != "" && !strings.ContainsAny(address, " \n/") {
		host = domain
	}
	if ascii, err := idna.Lookup.ToASCII(host); err == nil {
		host = ascii
	}
	return strings.TrimSuffix(strings.ToLower(host), ".")
}
