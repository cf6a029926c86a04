package check

import (
	"cmp"
	"net/url"
	"strings"

	"comwijzer/tools/internal/site"
)

var _ = register(ReferencesRules, Error, Rule{
	ID:    "source-archive",
	Title: "an archived copy of another page than the source's own, or of one on a denied domain",
	Why:   "The copy is what readers open when the page is gone; behind the name of an archive any page can stand.",
	Wrong: "URL: https://www.example.org/rapport\narchived: https://web.archive.org/web/2026/https://www.example.org/ander",
	Right: "URL: https://www.example.org/rapport\narchived: https://web.archive.org/web/2026/https://www.example.org/rapport",
	Mend:  "save the page of URL in the archive and write that address. Only addresses that hold the page's own are looked at; scheme, www and a slash at the end may differ.",
	Source: func(p *Pass) {
		domains, _ := p.Domains()
		for _, s := range p.Sources() {
			archived := s.Text("/archived")
			page := archivedPage(archived)
			if page == "" {
				continue
			}
			at := s.Position("/archived")
			if d, denied := site.Within(domains.Deny, site.Host(page)); denied {
				p.Report(at, "cite a publisher's work about it, or leave the address out", "%q is a copy of a page on denied domain %q (%s)", archived, d.Name, d.Kind)
			} else if s.URL != "" && samePage(page) != samePage(s.URL) {
				p.Report(at, "save the page of URL and write that address", "%q is a copy of another page than %q", archived, s.URL)
			}
		}
	},
})

// archivedPage returns the address that stands within that of an archive,
// "" for none.
func archivedPage(archived string) string {
	i := max(strings.LastIndex(archived, "http://"), strings.LastIndex(archived, "https://"))
	if i <= 0 {
		return ""
	}
	return archived[i:]
}

// samePage returns an address without what may differ in a copy.
func samePage(address string) string {
	address, _, _ = strings.Cut(address, "#")
	if plain, err := url.PathUnescape(address); err == nil {
		address = cmp.Or(plain, address)
	}
	_, rest, _ := strings.Cut(strings.ToLower(address), "://")
	return strings.TrimSuffix(strings.TrimPrefix(rest, "www."), "/")
}
