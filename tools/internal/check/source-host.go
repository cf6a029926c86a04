package check

import "comwijzer/tools/internal/site"

var _ = register(ReferencesRules, Warning, Rule{
	ID:    "source-host",
	Title: "a source on a site where all others are by another publisher",
	Why:   "A copied record keeps the address of the one it was made from, and readers come to another work.",
	Wrong: "publisher: Fietsbond\nURL: https://www.stad.example/verkeer",
	Right: "publisher: Fietsbond\nURL: https://www.fietsbond.example/verkeer",
	Mend:  "look up the address and who brought it out.",
	Source: func(p *Pass) {
		publishers := map[string]map[string]int{} // by host
		for _, s := range p.Sources() {
			if host := site.Host(s.URL); host != "" {
				inner(publishers, host)[s.Publisher]++
			}
		}
		for _, s := range p.Sources() {
			known := publishers[site.Host(s.URL)]
			if len(known) != 2 || known[s.Publisher] != 1 {
				continue
			}
			for other, n := range known {
				if other != s.Publisher && n > 1 {
					p.Report(s.Position("/URL"), "look up the address and who brought it out", "%d other sources on this site are by %q, this one by %q", n, other, s.Publisher)
				}
			}
		}
	},
})
