package check

import "comwijzer/tools/internal/diag"

var _ = register(Rule{
	ID:       "contact-unknown",
	Title:    "a link to a help organisation that is not recorded",
	Why:      "Somebody who needs help must never meet an empty place.",
	Wrong:    `[Fietslijn](contact:fietslin)`,
	Right:    `[Fietslijn](contact:fietslijn)`,
	Mend:     "correct the id, or record the organisation in data/contacts/.",
	Severity: diag.Error,
	Source:   unknown("contact"),
})
