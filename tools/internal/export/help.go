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
	return e.Status == "caution" || s.Page(lang, e.Path).Sensitive
}

// helpLines names the contacts of the help strip with their numbers.
func helpLines(s *site.Site, lang string) string {
	strip := slices.DeleteFunc(s.Contacts(), func(c *site.Contact) bool { return !c.Strip || c.Phone == "" })
	slices.SortStableFunc(strip, func(a, b *site.Contact) int { return cmp.Compare(a.Order, b.Order) })
	var lines []string
	for _, c := range strip {
		lines = append(lines, c.Name.In(lang)+": "+c.Phone)
	}
	return strings.Join(lines, " · ")
}
