package links

import (
	"cmp"
	"fmt"
	"maps"
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/idna"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

// Address is one external address of the records.
type Address struct {
	URL    string          // as it is written, without fragment
	Places []diag.Position // where it stands
}

// fields are the fields of records that hold an address.
var fields = []struct {
	kind, key string
	address   func(string) string // makes one of the text; nil when it is one
}{
	{"source", "URL", nil},
	{"source", "DOI", doi},
	{"source", "archived", nil},
	{"contact", "web", nil},
	{"contact", "chat", nil},
}

func doi(id string) string {
	return (&url.URL{Scheme: "https", Host: "doi.org", Path: "/" + id}).String()
}

// Addresses returns the external addresses of a site, sorted.
func Addresses(s *site.Site) (out []Address) {
	places := map[string][]diag.Position{}
	for _, f := range fields {
		for _, r := range s.RecordsOf(f.kind) {
			if text := r.Doc.Text("/" + f.key); text != "" {
				if f.address != nil {
					text = f.address(text)
				}
				address, _, _ := strings.Cut(text, "#")
				places[address] = append(places[address], r.Position("/"+f.key))
			}
		}
	}
	for _, address := range slices.Sorted(maps.Keys(places)) {
		at := places[address]
		slices.SortFunc(at, func(a, b diag.Position) int { return cmp.Compare(a.String(), b.String()) })
		out = append(out, Address{address, at})
	}
	return out
}

// Host returns the host of an address, without port; "" when it has none.
func (a Address) Host() string {
	u, problem := parse(a.URL)
	if problem != "" {
		return ""
	}
	return u.Hostname()
}

// longest is what an address may measure; browsers and servers know no more.
const longest = 4096

// parse reads an address that may be asked, or says what is wrong with it.
func parse(address string) (u *url.URL, problem string) {
	if len(address) > longest {
		return nil, "the address is too long"
	}
	u, err := url.Parse(address)
	switch {
	case err != nil:
		return nil, "the address cannot be read"
	case u.Scheme != "http" && u.Scheme != "https":
		return nil, "the address is not of the web"
	case u.User != nil:
		return nil, "the address holds a name or password"
	case u.Hostname() == "":
		return nil, "the address has no host"
	}
	return normal(u)
}

// normal brings an address into the form in which it is asked and compared.
func normal(u *url.URL) (*url.URL, string) {
	n := *u
	n.Fragment, n.RawFragment = "", ""
	if _, err := netip.ParseAddr(n.Hostname()); err != nil {
		host := strings.ToLower(n.Hostname())
		if ascii, err := idna.Lookup.ToASCII(host); err == nil {
			host = ascii
		} else if strings.ContainsFunc(host, func(r rune) bool { return r >= utf8.RuneSelf }) {
			return nil, "the host is no domain name"
		}
		if port := n.Port(); port != "" && port != map[string]string{"http": "80", "https": "443"}[n.Scheme] {
			host += ":" + port
		}
		n.Host = host
	}
	n.Path = cmp.Or(n.Path, "/")
	n.RawQuery = escapeQuery(n.RawQuery)
	return &n, ""
}

// escapeQuery writes what is not ASCII as servers expect it, and keeps it
// from meaning anything to a terminal.
func escapeQuery(query string) string {
	var b strings.Builder
	for i := range len(query) {
		if c := query[i]; c > 0x20 && c < 0x7f {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}
