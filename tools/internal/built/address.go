package built

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
)

// Resolve returns where an address on the page leads, as a browser reads it
// (URL standard, basic URL parser): without white space around it or line
// breaks in it, a backslash as a slash, from the address of the page or of
// its <base>. root is the path that the site itself has, without a slash at
// the end.
func (p *Page) Resolve(root, address string) (*url.URL, error) {
	base := &url.URL{Path: root + p.URL}
	if b, err := Parse(p.Base.Value); err == nil && !baseless[b.Scheme] { // one that cannot be read counts for nothing
		base = base.ResolveReference(b)
	}
	u, err := Parse(address)
	if err != nil {
		return nil, err
	}
	return base.ResolveReference(u), nil
}

// baseless are the schemes that a <base> may not have (HTML standard,
// 4.2.3).
var baseless = map[string]bool{"data": true, "javascript": true}

// Parse reads an address as a browser does, by itself.
func Parse(address string) (*url.URL, error) {
	u, err := url.Parse(asBrowsersRead(address))
	if err == nil && u.Port() == ports[u.Scheme] {
		u.Host = strings.TrimSuffix(u.Host, ":"+u.Port())
	}
	if err == nil {
		u.Host = strings.TrimSuffix(u.Host, ".") // the same host, in full
	}
	return u, err
}

// ports are what a browser asks where an address names none.
var ports = map[string]string{"http": "80", "https": "443"}

// breaks are what browsers leave out of an address.
var breaks = strings.NewReplacer("\t", "", "\n", "", "\r", "")

// asBrowsersRead writes an address as the URL standard reads it.
func asBrowsersRead(address string) string {
	address = strings.TrimFunc(address, func(r rune) bool { return r <= ' ' })
	address = breaks.Replace(address)
	scheme, _, ok := strings.Cut(address, ":")
	if special := []string{"http", "https", "ftp"}; ok && !strings.ContainsAny(scheme, "/?#\\") && !slices.Contains(special, strings.ToLower(scheme)) {
		return address // tel:, mailto:, data:
	}
	end := len(address)
	if i := strings.IndexAny(address, "?#"); i >= 0 {
		end = i
	}
	return slashes.ReplaceAllString(plainer.Replace(address[:end]), "$1//") + address[end:]
}

// What means the same before ? and #.
var plainer = strings.NewReplacer(`\`, "/", "%2e", ".", "%2E", ".")

// More slashes than two before a host are as good as two.
var slashes = regexp.MustCompile(`^((?i:https?:|ftp:)?)///+`)

// HasAnchor reports whether a fragment leads somewhere on the page: to an
// element with that id, to an <a> of that name, or to the top (HTML
// standard, 7.4.6.4). It is asked of a page that is kept.
func (p *Page) HasAnchor(fragment string) bool {
	fragment, _, _ = strings.Cut(fragment, ":~:")
	return fragment == "" || strings.EqualFold(fragment, "top") || p.Anchors[fragment]
}

// HasID reports whether the page has an element with that id.
func (p *Page) HasID(id string) bool {
	return p.ids[id]
}

// Full returns an address on a page with its scheme and host, "" for one
// that has none of its own or cannot be read, and for data.
func (p *Page) Full(address string) string {
	u, err := p.Resolve("", address)
	if err != nil || u.Scheme == "data" || u.Scheme == "" && u.Host == "" {
		return ""
	}
	return u.String()
}
