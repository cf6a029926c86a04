package export

import (
	"strings"

	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/site"
)

// helpFor returns the help lines that must stand beside an entry wherever
// it goes, "" for an entry that needs none: a download is read without the
// site around it.
func helpFor(s *site.Site, e *glossary.Entry) string {
	if !e.NeedsHelp {
		return ""
	}
	return helpLines(s, e.Lang)
}

// helpLines names the contacts of the help strip with their numbers.
func helpLines(s *site.Site, lang string) string {
	var lines []string
	for _, line := range s.HelpStrip() {
		lines = append(lines, line.Name.In(lang)+": "+line.Shown)
	}
	return strings.Join(lines, " · ")
}
