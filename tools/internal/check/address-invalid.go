package check

import (
	"net/url"
	"strings"

	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/schema"
)

var _ = register(ReferencesRules, Error, Rule{
	ID:    "address-invalid",
	Title: "a web address that cannot exist, follows readers by a parameter, or lacks https",
	Why:   "Whoever needs the source or the help behind it finds an error page; a parameter from a message or an advertisement tells the owner who reads here; and on an open network others can see, and change, what a reader opens without https.",
	Wrong: `URL: https://www.example.ogr/rapport?utm_source=nieuwsbrief`,
	Right: `URL: https://www.example.org/rapport`,
	Mend:  "copy the address from the browser's address bar, and leave the parameter out. Try the address with https and write that; where the site has none, allow it here.",
	Source: func(p *Pass) {
		for _, doc := range p.Documents() {
			for _, m := range doc.Schema.Marked("address", doc.Value) {
				reportAddress(p, doc.Position(m.Pointer), m)
			}
		}
	},
})

func reportAddress(p *Pass, at diag.Position, m schema.Mark) {
	if _, err := cite.Address(m.Text); err != nil {
		p.Report(at, "copy it from the browser's address bar", "%s %q: %s", m.Key(), m.Text, err)
		return
	}
	if strings.HasPrefix(strings.ToLower(m.Text), "http:") {
		p.As(Warning).Report(at, "try it with https", "%s %q is not https", m.Key(), m.Text)
	}
	u, _ := url.Parse(m.Text) // as Address has done
	for name := range u.Query() {
		if cite.Follows(name) {
			p.Report(at, "leave "+name+" out", "parameter %q follows readers", name)
		}
	}
}
