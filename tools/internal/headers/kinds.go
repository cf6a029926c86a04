package headers

import (
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"
)

// A Site is what the files for web servers depend on.
type Site struct {
	Languages []string          // the default first; the others have a folder of their own
	Moved     map[string]string // old addresses and where they lead
}

// old returns the old addresses in order.
func (s Site) old() []string { return slices.Sorted(maps.Keys(s.Moved)) }

// decoded returns the path that a server compares an address with: what is
// no percent-encoding stays as it is.
func decoded(address string) string {
	if path, err := url.PathUnescape(address); err == nil {
		return path
	}
	return address
}

// encoded returns an address of letters, digits and a few signs that mean
// nothing to any server.
func encoded(address string) string {
	var b strings.Builder
	for _, c := range []byte(decoded(address)) {
		if plain := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("/-._~", c) >= 0; plain {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

// inQuotes makes of a text what nginx and Apache read between quotes.
var inQuotes = strings.NewReplacer(`\`, `\\`, `"`, `\"`)

// A Kind is a file for one kind of web server.
type Kind struct {
	Name string // on the command line
	File string // what the file is called
	Doc  string // where it goes
	Make func(Site) string
}

// Kinds lists all kinds by name.
var Kinds = []Kind{
	{"_headers", "_headers", headersDoc, headersFile},
	{"_redirects", "_redirects", headersDoc, redirectsFile},
	{"apache", ".htaccess", apacheDoc, apache},
	{"caddy", "wijzer.caddy", caddyDoc, caddy},
	{"nginx", "nginx.conf", nginxDoc, nginx},
}

// Find returns the kind with a name.
func Find(name string) (k Kind, ok bool) {
	i := slices.IndexFunc(Kinds, func(k Kind) bool { return k.Name == name })
	if i < 0 {
		return k, false
	}
	return Kinds[i], true
}

// head is the comment that a file begins with.
func head(k string, doc string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# Made by: wijzer headers %s\n", k)
	for line := range strings.Lines(doc) {
		b.WriteString("# " + strings.TrimSpace(line) + "\n")
	}
	return b.String() + "\n"
}

// endings lists the ends of names by their media type.
func endings() (list []string, byType map[string][]string) {
	byType = map[string][]string{}
	for _, ending := range slices.Sorted(maps.Keys(types)) {
		byType[types[ending]] = append(byType[types[ending]], strings.TrimPrefix(ending, "."))
	}
	return slices.Sorted(maps.Keys(byType)), byType
}
