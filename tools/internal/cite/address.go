package cite

import (
	"errors"
	"fmt"
	"net"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/idna"
	"golang.org/x/net/publicsuffix"

	"comwijzer/tools/internal/text"
)

// Address checks a web address. The normal form leaves out what differs
// between two addresses of one page: scheme, www., a port by default, a
// slash at the end, the fragment, and what is added to follow visitors.
func Address(address string) (string, error) {
	u, err := url.Parse(address)
	if err != nil {
		return "", errors.New("unreadable")
	}
	if u.Scheme != "http" && u.Scheme != "https" {
		return "", errors.New("write https:// before it")
	}
	if u.User != nil {
		return "", errors.New("leave out the name before the @")
	}
	host, err := Host(u.Hostname())
	if err != nil {
		return "", err
	}
	if port := u.Port(); port != "" && port != "80" && port != "443" {
		host += ":" + port
	}
	return strings.TrimPrefix(host, "www.") + path(u) + query(u), nil
}

// Host checks a host name on the public internet and gives it in lower
// case, letters beyond ASCII as xn--.
func Host(name string) (string, error) {
	if net.ParseIP(name) != nil {
		return "", fmt.Errorf("host %q is a number, not a name", name)
	}
	host, err := idna.Lookup.ToASCII(strings.TrimSuffix(name, "."))
	if err != nil || host == "" || host[0] == '.' {
		return "", fmt.Errorf("%q is no host name", name)
	}
	suffix, official := publicsuffix.PublicSuffix(host)
	switch {
	case !official && !strings.Contains(suffix, "."):
		return "", fmt.Errorf("host %q ends in %q, which is no top-level domain", name, suffix)
	case suffix == host:
		return "", fmt.Errorf("host %q is only a domain to register under", name)
	}
	return host, nil
}

func path(u *url.URL) string {
	p := strings.TrimSuffix(u.EscapedPath(), "/")
	for _, index := range []string{"/index.html", "/index.htm", "/index.php"} {
		p = strings.TrimSuffix(p, index)
	}
	return p
}

// followers are the parameters with which senders follow who presses a
// link, beside utm_….
var followers = []string{"fbclid", "gclid", "mc_cid", "mc_eid", "igsh"}

// Follows reports whether a parameter of an address tells its owner where a
// reader comes from.
func Follows(parameter string) bool {
	return strings.HasPrefix(parameter, "utm_") || slices.Contains(followers, parameter)
}

func query(u *url.URL) string {
	values := u.Query()
	for key := range values {
		if Follows(key) {
			values.Del(key)
		}
	}
	if len(values) == 0 {
		return ""
	}
	return "?" + values.Encode()
}

// Hosts finds host names in running text. Full addresses and those of
// e-mail are links already, in Markdown as Hugo reads it.
func Hosts(prose string) []text.Range {
	var out []text.Range
	for at := 0; ; {
		i := strings.IndexByte(prose[at:], '.')
		if i < 0 {
			return out
		}
		dot := at + i
		at = dot + 1
		from, to := hostAround(prose, dot)
		if to > dot {
			at = to
		}
		if isHost(prose[from:to]) && !text.EndsInWord(prose[:from]) && !text.StartsWithWord(prose[to:]) {
			out = append(out, text.Range{From: from, To: to})
		}
	}
}

func hostAround(s string, dot int) (from, to int) {
	from, to = dot, dot+1
	for from > 0 && inHost(s[from-1]) {
		from--
	}
	for to < len(s) && inHost(s[to]) {
		to++
	}
	for to > from && (s[to-1] == '.' || s[to-1] == '-') {
		to--
	}
	for from < to && (s[from] == '.' || s[from] == '-') {
		from++
	}
	return from, to
}

func inHost(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || text.IsDigit(c) || c == '.' || c == '-'
}

// isHost tells a host name from an abbreviation (o.a.), a sentence that
// lacks a space (einde.De) and a number.
func isHost(s string) bool {
	dot := strings.LastIndexByte(s, '.')
	if dot < 1 || len(s)-dot < 3 {
		return false
	}
	end := s[dot+1:]
	if strings.ContainsAny(end, "0123456789") || end != strings.ToLower(end) && end != strings.ToUpper(end) {
		return false
	}
	_, err := Host(s)
	return err == nil
}
