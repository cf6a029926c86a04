package check

import (
	"strings"

	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/diag"
)

var _ = register(Rule{
	ID:       "address-typed",
	Title:    "a web address typed by hand",
	Why:      "An address in a record is checked, dated and corrected in one place; one in the text goes dead unseen.",
	Wrong:    `Kijk op fietslijn.example.`,
	Right:    `Kijk bij de [Fietslijn](contact:fietslijn).`,
	Mend:     "link to the contact or the source; record it when it is not there. Names of media that are written like an address may stand as the source's label, publisher or container-title has them.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		names := namesLikeAddresses(p)
		for _, page := range p.Pages {
			for _, h := range page.Doc.Headings {
				for _, r := range cite.Hosts(h.Text) {
					reportHost(p, h.Position, r.Of(h.Text), names)
				}
			}
			for i := range page.Doc.Paragraphs {
				para := &page.Doc.Paragraphs[i]
				for _, r := range cite.Hosts(para.Text) {
					if !para.Literal(r.From) && page.Doc.LinkAt(para, r.From) == nil {
						reportHost(p, page.Doc.At(para, r.From), r.Of(para.Text), names)
					}
				}
			}
		}
	},
})

func reportHost(p *Pass, at diag.Position, host string, names map[string]bool) {
	if !names[strings.ToLower(host)] {
		p.Report(at, "record it in data/contacts/ or data/sources/ and link to the record", "address %q typed in the text", host)
	}
}

// namesLikeAddresses gathers from the records the names that look like one.
func namesLikeAddresses(p *Pass) map[string]bool {
	names := map[string]bool{}
	add := func(name string) {
		for word := range strings.FieldsSeq(name) {
			if strings.Contains(word, ".") {
				names[strings.ToLower(strings.Trim(word, "().,"))] = true
			}
		}
	}
	for _, source := range p.Sources() {
		add(source.Publisher)
		add(source.Container)
		for _, label := range source.Label {
			add(label)
		}
	}
	for _, contact := range p.Contacts() {
		for _, name := range contact.Name {
			add(name)
		}
	}
	return names
}
