package check

import (
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

// How long a check of a contact's details is good for, in days.
const (
	checkedRecently = 180
	checkedLongAgo  = 365
)

var _ = register(Rule{
	ID:       "contact-unchecked",
	Title:    "a contact that nobody has checked, or not for half a year",
	Why:      "Numbers and opening hours of help organisations change; who calls should not find that out.",
	Wrong:    "phone: 0800-2000",
	Right:    "phone: 0800-2000\nchecked_on: 2026-11-20\nchecked_by: redactie",
	Mend:     "open the organisation's own page, compare everything, and write the day under checked_on.",
	Severity: diag.Warning,
	Source: func(p *Pass) {
		for _, r := range p.RecordsOf("contact") {
			days, ok := p.daysSince(r.Text("checked_on", ""))
			switch {
			case !ok:
				reportContact(p, r, "contact %q has never been checked", r.ID)
			case days > checkedRecently && days <= checkedLongAgo:
				reportContact(p, r, "contact %q was checked %d days ago", r.ID, days)
			}
		}
	},
})

func reportContact(p *Pass, r *site.Record, format string, args ...any) {
	p.Report(r.Position("/checked_on"), "compare it with the organisation's own page and write the day under checked_on", format, args...)
}
