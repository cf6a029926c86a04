package check

import (
	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/diag"
)

var _ = register(Rule{
	ID:       "address-invalid",
	Title:    "a web address that cannot exist",
	Why:      "Whoever needs the source or the help behind it finds an error page.",
	Wrong:    `URL: https://www.example.ogr/rapport`,
	Right:    `URL: https://www.example.org/rapport`,
	Mend:     "copy the address from the browser's address bar.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		eachAddress(p, func(at diag.Position, key, text string) {
			if _, err := cite.Address(text); err != nil {
				p.Report(at, "copy it from the browser's address bar", "%s %q: %s", key, text, err)
			}
		})
	},
})
