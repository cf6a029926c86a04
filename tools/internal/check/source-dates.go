package check

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/site"
)

var _ = register(ReferencesRules, Warning, Rule{
	ID:    "source-dates",
	Title: "dates of a source that do not follow each other, or differ from its address or its own words",
	Why:   "A wrong date makes an old report news.",
	Wrong: "issued: \"2024-03-02\"\nURL: https://www.example.org/2025/03/02/rapport",
	Right: "issued: \"2025-03-02\"\nURL: https://www.example.org/2025/03/02/rapport",
	Mend:  "look the date up in the work. A year in an address counts where the address names a month with it; a work cannot be verified or archived before it is out.",
	Source: func(p *Pass) {
		for _, s := range p.Sources() {
			issued, err := cite.ParseDate(s.Issued)
			if err != nil || s.Issued == "" {
				continue
			}
			reportAddressDate(p, s)
			for _, lang := range p.Languages {
				if day := dayIn(s.Label.In(lang), p.Lexicon(lang).Phrases("months")); day != "" && !strings.HasPrefix(s.Issued, day) && !strings.HasPrefix(day, strings.TrimRight(s.Issued, "~?%")) {
					p.Report(s.Position("/label"), "look the date up in the work", "%s in the label, and issued %q", day, s.Issued)
					break
				}
				if years := yearsIn(s.Label.In(lang)); len(years) == 1 && !strings.Contains(s.Issued, years[0]) {
					p.Report(s.Position("/label"), "look the date up in the work", "%s in the label, and issued %q", years[0], s.Issued)
					break
				}
			}
			for _, field := range []string{"verified_on", "accessed"} {
				if on, err := cite.ParseDate(s.Text("/" + field)); err == nil && s.Text("/"+field) != "" && on.First.Before(issued.First) {
					p.Report(s.Position("/"+field), "look up the dates", "%s %q is before it was issued: %q", field, s.Text("/"+field), s.Issued)
				}
			}
		}
	},
})

// dayIn returns the one date with a month that a text names, as 2006-01 or
// 2006-01-02.
func dayIn(s string, months []string) (day string) {
	words := strings.FieldsFunc(s, func(c rune) bool { return strings.ContainsRune(" (),;\u00a0", c) })
	for i, word := range words {
		month := slices.Index(months, word) + 1
		if month == 0 || i+1 >= len(words) || len(yearsIn(words[i+1])) == 0 {
			continue
		}
		if day != "" {
			return "" // it names two
		}
		day = fmt.Sprintf("%s-%02d", words[i+1], month)
		if n, err := strconv.Atoi(words[max(0, i-1)]); err == nil && n <= 31 {
			day += fmt.Sprintf("-%02d", n)
		}
	}
	return day
}

// inAddress finds a year and month in an address.
var dateInAddress = regexp.MustCompile(`[/=-]((?:19|20)[0-9]{2})[/-]?([01][0-9])(?:[/-]|[0-3][0-9])`)

func reportAddressDate(p *Pass, s *site.Source) {
	m := dateInAddress.FindStringSubmatch(s.URL)
	if m == nil || m[2] > "12" || m[2] == "00" {
		return
	}
	said := m[1] + "-" + m[2]
	if plain := strings.TrimRight(s.Issued, "~?%"); !agree(plain, said) {
		p.Report(s.Position("/issued"), "look the date up in the work", "issued %q, and %s in its address", s.Issued, said)
	}
}
