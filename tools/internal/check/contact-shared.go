package check

import (
	"cmp"
	"slices"
	"strings"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(ReferencesRules, Error, Rule{
	ID:     "contact-shared",
	Title:  "two contacts with one telephone number, site, name or address for mail, or an address for mail that is elsewhere than its site",
	Why:    "One of the two sends readers to somebody else; a record is often made as a copy of another.",
	Wrong:  "phone: \"0800-2000\"   # and in another contact: phone: 0800 2000",
	Right:  "phone: \"0800-2000\"   # and in another contact: phone: 0800-2001",
	Mend:   "look up whose it is, and correct the other record. An address for mail is at no site of another contact; one at a host that is neither that of its own site nor named after the contact (the words or the abbreviation of its name, or its id) is a warning.",
	Safety: true,
	Source: func(p *Pass) {
		first := map[string]*site.Contact{}
		for _, c := range p.Contacts() {
			for key, own := range ownOf(p, c) {
				if other := first[own]; other != nil && other != c {
					p.Report(c.Position(key), "look up whose it is", "contact %q has the same", other.ID)
				}
				first[own] = cmp.Or(first[own], c)
			}
		}
		for _, c := range p.Contacts() {
			reportMail(p, c)
		}
	},
})

// reportMail reports an address for mail at a host of another contact, or
// at one that has nothing to do with its own.
func reportMail(p *Pass, c *site.Contact) {
	_, host, _ := strings.Cut(strings.ToLower(c.Email), "@")
	own := bareHost(c.Web)
	if host == "" || within(host, own) {
		return
	}
	for _, other := range p.Contacts() {
		if other != c && (within(host, bareHost(other.Web)) || within(host, bareHost(other.Chat))) {
			p.Report(c.Position("/email"), "look up whose it is", "%q is at the site of contact %q", c.Email, other.ID)
			return
		}
	}
	if own != "" && !isNamedAfter(host, c) {
		p.As(Warning).Report(c.Position("/email"), "look it up on the organisation's own page", "%q is elsewhere than its site %q", c.Email, own)
	}
}

// bareHost returns the host of an address without www.
func bareHost(address string) string { return strings.TrimPrefix(site.Host(address), "www.") }

// within reports whether a host is another, or one of its subdomains, or
// the other way round.
func within(host, site string) bool {
	return site != "" && (host == site || strings.HasSuffix(host, "."+site) || strings.HasSuffix(site, "."+host))
}

// isNamedAfter reports whether the name of a host holds what a contact is
// called: its name without spaces, what its name has in capitals, or its
// id.
func isNamedAfter(host string, c *site.Contact) bool {
	called := []string{strings.ReplaceAll(c.ID, "-", "")}
	for _, name := range c.Name {
		short, _, _ := strings.Cut(name, "(")
		called = append(called, strings.ReplaceAll(text.Normal(short), " ", ""))
		for _, word := range abbreviations(name) {
			called = append(called, strings.ToLower(word.Of(name)))
		}
	}
	plain := strings.ReplaceAll(host[:strings.LastIndex(host, ".")], "-", "")
	return slices.ContainsFunc(called, func(name string) bool { return name != "" && strings.Contains(plain, name) })
}

// ownOf returns what belongs to one contact alone, by where it stands in
// its record.
func ownOf(p *Pass, c *site.Contact) map[string]string {
	own := map[string]string{}
	for key, number := range c.Phones() {
		own["/"+key] = "number " + text.Digits(number)
	}
	if host := site.Host(c.Text("/web")); host != "" {
		own["/web"] = "site " + host
	}
	if c.Email != "" {
		own["/email"] = "mail " + strings.ToLower(c.Email)
	}
	for _, lang := range p.Languages {
		if name := text.Normal(c.Name.In(lang)); name != "" {
			own["/name/"+lang] = lang + " " + name
		}
	}
	return own
}
