package check

import (
	"strings"
	"unicode"

	"comwijzer/tools/internal/text"
)

var _ = register(LanguageRules, Error, Rule{
	ID:     "exclamation",
	Title:  "an exclamation mark in the site's own words",
	Why:    "A mark that shouts adds alarm and no knowledge; a heading says what the reader can do or learn (ESP-23).",
	Wrong:  "## Bel direct!",
	Right:  "## Wie u nu kunt bellen",
	Mend:   "end the sentence with a full stop, a heading with nothing. Quotations and code may hold one.",
	Safety: true,
	Source: func(p *Pass) {
		for t := range p.Passages() {
			if !strings.Contains(t.Text, "!") {
				continue
			}
			quotations := text.Quotations(t.Text)
			for at := range len(t.Text) {
				if t.Text[at] == '!' && !t.IsCode(at) && !text.Within(quotations, at) {
					p.Report(t.At(at), "end with a full stop, or with nothing", "exclamation mark after %q", lastWord(t.Text[:at]))
				}
			}
		}
	},
})

// lastWord returns the last word of a text, to name a place by.
func lastWord(s string) string {
	s = strings.TrimSpace(s)
	return s[strings.LastIndexFunc(s, unicode.IsSpace)+1:]
}
