package export

import (
	"cmp"
	"slices"
	"strings"

	"comwijzer/tools/internal/site"
)

// helpFor gives the help lines that must stand beside an entry wherever it
// goes, "" for an entry that needs none. A page that is marked sensitive, or a
// term that needs caution, shows them on the site (ESP-05), and a download is
// read without the site around it.
func helpFor(s *site.Site, lang string, e *Entry) string {
	if !needsHelp(s, lang, e) {
		return ""
	}
	return helpLines(s, lang)
}

func needsHelp(s *site.Site, lang string, e *Entry) bool {
	return e.Status == "caution" || s.Page(lang, e.Path).Front.Map()["sensitive"] == true
}

// helpLines names the contacts of the help strip with their numbers.
func helpLines(s *site.Site, lang string) string {
	var strip []*site.Record
	for _, r := range s.RecordsOf("contact") {
		if r.Map()["strip"] == true && r.Text("phone", lang) != "" {
			strip = append(strip, r)
		}
	}
	slices.SortStableFunc(strip, func(a, b *site.Record) int { return cmp.Compare(order(a), order(b)) })
	var lines []string
	for _, r := range strip {
		lines = append(lines, r.Text("name", lang)+": "+r.Text("phone", lang))
	}
	return strings.Join(lines, " · ")
}
