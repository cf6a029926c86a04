package check

import (
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "exclamation",
	Title:    "an exclamation mark in the site's own words",
	Why:      "A mark that shouts adds alarm and no knowledge; a heading says what the reader can do or learn (ESP-23).",
	Wrong:    "## Bel direct!",
	Right:    "## Wie u nu kunt bellen",
	Mend:     "end the sentence with a full stop, a heading with nothing. Quotations and code may hold one.",
	Set:      LanguageRules,
	Severity: diag.Error,
	Safety:   true,
	Source: func(p *Pass) {
		for t := range p.Passages() {
			for at := range len(t.Text) {
				if t.Text[at] == '!' && !t.IsCode(at) && !text.Within(text.Quotations(t.Text), at) {
					p.Report(t.At(at), "end with a full stop, or with nothing", "exclamation mark after %q", lastWord(t.Text[:at]))
				}
			}
		}
	},
})

// lastWord returns the last word of a text, to name a place by.
func lastWord(s string) string {
	words := strings.Fields(s)
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}
