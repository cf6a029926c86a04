package check

import "strings"

var _ = register(Rule{
	ID:       "address-insecure",
	Title:    "a web address without https",
	Why:      "On an open network others can see, and change, what a reader opens; here that may be a call for help.",
	Wrong:    `web: http://www.example.org`,
	Right:    `web: https://www.example.org`,
	Mend:     "try the address with https and write that; where the site has none, allow it here.",
	Set:      ReferencesRules,
	Severity: Warning,
	Source: func(p *Pass) {
		for doc := range p.Documents() {
			for _, m := range doc.Schema.Marked("address", doc.Value) {
				if strings.HasPrefix(strings.ToLower(m.Text), "http:") {
					p.Report(doc.Position(m.Pointer), "try it with https", "%s %q is not https", m.Key(), m.Text)
				}
			}
		}
	},
})
