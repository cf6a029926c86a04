package check

import "comwijzer/tools/internal/cite"

var _ = register(Rule{
	ID:       "address-invalid",
	Title:    "a web address that cannot exist",
	Why:      "Whoever needs the source or the help behind it finds an error page.",
	Wrong:    `URL: https://www.example.ogr/rapport`,
	Right:    `URL: https://www.example.org/rapport`,
	Mend:     "copy the address from the browser's address bar.",
	Set:      ReferencesRules,
	Severity: Error,
	Source: func(p *Pass) {
		for doc := range p.Documents() {
			for _, m := range doc.Schema.Marked("address", doc.Value) {
				if _, err := cite.Address(m.Text); err != nil {
					p.Report(doc.Position(m.Pointer), "copy it from the browser's address bar", "%s %q: %s", m.Key(), m.Text, err)
				}
			}
		}
	},
})
