package check

import "comwijzer/tools/internal/diag"

var _ = register(Rule{
	ID:       "contact-outdated",
	Title:    "a contact that nobody has checked for a year",
	Why:      "After a year a number or opening hour is a guess, and a guess does not belong under a cry for help.",
	Wrong:    `checked_on: 2024-05-01`,
	Right:    `checked_on: 2026-11-20`,
	Mend:     "open the organisation's own page, compare everything, and write the day under checked_on.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		for _, r := range p.RecordsOf("contact") {
			if days, ok := p.daysSince(r.Text("checked_on", "")); ok && days > checkedLongAgo {
				reportContact(p, r, "contact %q was checked %d days ago", r.ID, days)
			}
		}
	},
})
