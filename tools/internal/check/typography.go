package check

import (
	"regexp"
	"strings"

	"comwijzer/tools/internal/diag"
)

var _ = register(Rule{
	ID:       "typography",
	Title:    "typing of a word processor: a space before a mark, three full stops, two hyphens",
	Why:      "A screen reader stumbles over it, and a line breaks before the mark.",
	Wrong:    "Wacht niet ... bel , ook 's nachts.",
	Right:    "Wacht niet … bel, ook 's nachts.",
	Mend:     "write what the hint says; wijzer check --fix does so.",
	Set:      LanguageRules,
	Severity: Warning,
	Source: func(p *Pass) {
		for t := range p.Passages() {
			if t.Para == nil {
				continue
			}
			for _, typed := range typing {
				if !strings.Contains(t.Text, typed.sign) {
					continue
				}
				for _, m := range typed.pattern.FindAllStringSubmatchIndex(t.Text, -1) {
					found := t.Text[m[2]:m[3]]
					if !t.Para.Verbatim(m[2], m[3]) || t.Page.Doc.LinkAt(t.Para, m[2]) != nil {
						continue
					}
					p.Fix(t.At(m[2]), diag.Fix{Old: found, New: typed.right}, "write: "+typed.right, "%q", found)
				}
			}
		}
	},
})

// typing is what a keyboard offers, and what is printed instead.
var typing = []struct {
	sign    string // what a text must hold to be worth a look
	pattern *regexp.Regexp
	right   string
}{
	{"...", regexp.MustCompile(`(\.\.\.+)`), "…"},
	{" ,", regexp.MustCompile(`\pL( ,) `), ","},
	{" ;", regexp.MustCompile(`\pL( ;) `), ";"},
	{" ?", regexp.MustCompile(`\pL( \?)(?: |$)`), "?"},
	{"--", regexp.MustCompile(`\pL (--+) \pL`), "–"},
}
