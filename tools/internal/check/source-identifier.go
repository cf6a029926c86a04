package check

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/site"
)

var _ = register(ReferencesRules, Error, Rule{
	ID:    "source-identifier",
	Title: "a DOI, ISBN, ISSN or ECLI that is none, an ECLI of another year than the record says, or a number with other digits than the same record has it with",
	Why:   "These numbers are the lasting way to a work: readers order, borrow and look up by them. With a typing error they lead to another work, or nowhere.",
	Wrong: "ISBN: 978-0-306-40615-8\nECLI: ECLI:NL:RBLIN:2025:3105",
	Right: "ISBN: 978-0-306-40615-7\nECLI: ECLI:NL:RBLIM:2025:3105",
	Mend:  "compare it with the work itself: a DOI is written without address before it, the last digit of an ISBN or ISSN checks the others, an ECLI names country, court, year of the judgment and number. A DOI or ECLI in the title, the label or the address is the same as in its field; and no number of three digits or more in one of the fields that tell a work (id, title, label, number, address, DOI, ISBN, ISSN, ECLI) is that of another with two digits exchanged.",
	Source: func(p *Pass) {
		for _, r := range p.Sources() {
			for key, parse := range identifiers {
				number := r.Text("/" + key)
				if _, err := parse(number); number != "" && err != nil {
					hint := "compare it with the work itself"
					if mended := cite.Mended(number, parse); mended != "" {
						hint = fmt.Sprintf("write %q", mended)
					}
					p.Report(r.Position("/"+key), hint, "%s %q: %s", key, number, err)
				}
			}
			if judgment, err := cite.ECLI(r.ECLI); err == nil {
				reportYear(p, r, judgment.Year)
			}
			if !reportTitled(p, r) {
				reportExchanged(p, r)
			}
		}
	},
})

// identifiers are the numbers of works, each with its own rules.
var identifiers = map[string]func(string) (string, error){
	"DOI": cite.DOI, "ISBN": cite.ISBN, "ISSN": cite.ISSN,
	"ECLI": func(number string) (string, error) { _, err := cite.ECLI(number); return "", err },
}

// reportYear compares the year in an ECLI with today and with its record.
func reportYear(p *Pass, r *site.Source, year int) {
	at, hint := r.Position("/ECLI"), "compare it with the judgment"
	date, err := cite.ParseDate(r.Issued)
	switch {
	case year > cite.LatestDay(p.Today).Year():
		p.Report(at, hint, "ECLI %q is of the year %d, which lies ahead", r.ECLI, year)
	case err == nil && (year < date.First.Year() || year > date.Last.Year()):
		p.Report(at, hint, "ECLI %q is of the year %d, the record was issued %q", r.ECLI, year, r.Issued)
	}
}

// inTitles finds a DOI and an ECLI in running text and in addresses.
var inTitles = map[string]*regexp.Regexp{
	"DOI":  regexp.MustCompile(`\b10\.\d{4,9}/[^\s"<>?#]+`),
	"ECLI": regexp.MustCompile(`\bECLI:[A-Z]{2}:[A-Z0-9]+:\d{4}:[A-Z0-9.]*[A-Z0-9]`),
}

// reportTitled reports a number whose record has another of its kind in the
// title, the label or the address.
func reportTitled(p *Pass, r *site.Source) bool {
	for key, form := range inTitles {
		number := r.Text("/" + key)
		for _, field := range titling(p) {
			said := strings.TrimRight(form.FindString(r.Text(field)), ".,;)")
			if number != "" && said != "" && !strings.EqualFold(said, number) {
				p.Report(r.Position("/"+key), "compare both with the work itself", "%s %q, and %s has %q", key, number, field[1:], said)
				return true
			}
		}
	}
	return false
}

// titling lists the fields that may hold a number of the work besides its
// own field.
func titling(p *Pass) []string {
	fields := []string{"/title", "/URL", "/archived"}
	for _, lang := range p.Languages {
		fields = append(fields, "/label/"+lang)
	}
	return fields
}

// longNumber finds numbers of three digits or more.
var longNumber = regexp.MustCompile(`\d{3,}`)

// reportExchanged reports a number of three digits or more that another
// field, or the id, has with two neighbouring digits exchanged. Years may
// be two.
func reportExchanged(p *Pass, r *site.Source) {
	known := map[string]bool{}
	for _, number := range longNumber.FindAllString(r.ID, -1) {
		known[number] = true
	}
	fields, telling := map[string][]string{}, append([]string{"/number", "/DOI", "/ISBN", "/ISSN", "/ECLI"}, titling(p)...)
	for _, field := range telling {
		fields[field] = longNumber.FindAllString(r.Text(field), -1)
		for _, number := range fields[field] {
			known[number] = true
		}
	}
	both := func(a, b string) bool {
		return slices.ContainsFunc(telling, func(field string) bool { return slices.Contains(fields[field], a) && slices.Contains(fields[field], b) })
	}
	for _, field := range telling {
		for _, number := range fields[field] {
			for i := 1; i < len(number); i++ {
				other := number[:i-1] + number[i:i+1] + number[i-1:i] + number[i+1:]
				if other != number && known[other] && !both(number, other) && !(isYear(number) && isYear(other)) {
					p.Report(r.Position(field), "compare both with the work itself", "%s, and the record has %s too: two digits are exchanged", number, other)
					return
				}
			}
		}
	}
}
