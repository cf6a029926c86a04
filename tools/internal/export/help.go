package export

import (
	"cmp"
	"slices"
	"strings"

	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/site"
)

// helpFor returns the help lines that must stand beside an entry wherever it
// goes, "" for an entry that needs none: a download is read without the site
// around it.
func helpFor(s *site.Site, e *glossary.Entry) string {
	if !e.NeedsHelp {
		return ""
	}
	return helpLines(s, e.Lang)
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
