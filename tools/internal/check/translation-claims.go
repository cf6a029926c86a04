package check

import (
	"fmt"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

var _ = register(Rule{
	ID:       "translation-claims",
	Title:    "a figure, case, contact, block or source that a page has in one language only",
	Why:      "Both languages must make the same claims on the same grounds; what one leaves out, half of the readers never see.",
	Wrong:    "xx: [minstens 70](figure:deelnemer) Nederlanders\nyy: dozens of Dutch people",
	Right:    "xx: [minstens 70](figure:deelnemer) Nederlanders\nyy: [at least 70](figure:deelnemer) Dutch people",
	Mend:     "add it in the other language, in the same section, or remove it here.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		eachTranslation(p, func(lead, page *site.Page) {
			for _, s := range surpluses(p, lead, page) {
				if s.kind != "term" && (s.kind != "source" || s.gone) {
					reportSurplus(p, s)
				}
			}
		})
	},
})

func reportSurplus(p *Pass, s surplus) {
	where := ""
	if s.section != "" {
		where = fmt.Sprintf(" in section %q", s.section)
	}
	p.Report(s.Position, fmt.Sprintf("add it to %s, or remove it here", s.other.File),
		"%s %q%s: %d here, %d in language %q", s.kind, s.id, where, s.count, s.otherCount, s.other.Lang)
}
