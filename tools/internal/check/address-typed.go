package check

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(SafetyRules, Error, Rule{
	ID:     "address-typed",
	Title:  "a web address typed by hand",
	Why:    "An address in a record is checked, dated and corrected in one place; one in the text goes dead unseen.",
	Wrong:  `Kijk op fietslijn.example.`,
	Right:  `Kijk bij de [Fietslijn](contact:fietslijn).`,
	Mend:   "link to the contact or the source; record it when it is not there. Names of media that are written like an address may stand as the source's label, publisher or container-title has them.",
	Safety: true,
	Source: func(p *Pass) {
		names := namesLikeAddresses(p)
		for t := range p.Passages() {
			if t.Kind != "line" { // which may be an address of its block
				hostsIn(p, t, names)
			}
		}
		for t := range p.Quotations() {
			hostsIn(p, t, names)
		}
	},
})

// defanged are addresses as people write them who want nobody to follow
// them.
var defanged = regexp.MustCompile(`(?i)\bhxxps?://[^\s]+|[\pL\d-]+(?:\[\.\]|\(\.\)|。)[\pL\d][\pL\d./-]*`)

func hostsIn(p *Pass, t *site.Passage, names map[string]bool) {
	found := cite.Hosts(t.Text)
	if strings.ContainsAny(t.Text, "[(。") || strings.Contains(t.Text, "://") {
		for _, m := range defanged.FindAllStringIndex(t.Text, -1) {
			found = append(found, text.Range{From: m[0], To: m[1]})
		}
	}
	for _, r := range found {
		if host := r.Of(t.Text); !t.IsCode(r.From) && isTyped(t, r.From) && !names[strings.ToLower(host)] {
			p.Report(t.At(r.From), "record it in data/contacts/ or data/sources/ and link to the record", "address %q typed in the text", host)
		}
	}
}

// namesLikeAddresses gathers from the records the names that look like one.
func namesLikeAddresses(p *Pass) map[string]bool {
	names := map[string]bool{}
	add := func(all ...string) {
		for word := range strings.FieldsSeq(strings.Join(all, " ")) {
			if strings.Contains(word, ".") {
				names[strings.ToLower(strings.Trim(word, "().,"))] = true
			}
		}
	}
	for _, source := range p.Sources() {
		add(source.Publisher, source.Container)
		add(slices.Collect(maps.Values(source.Label))...)
	}
	for _, contact := range p.Contacts() {
		add(slices.Collect(maps.Values(contact.Name))...)
	}
	return names
}
