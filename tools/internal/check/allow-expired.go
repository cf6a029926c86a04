package check

import "comwijzer/tools/internal/diag"

// Applied where allowances are; see allow.go.
var _ = register(Rule{
	ID:       "allow-expired",
	Title:    "an allowance whose end date has passed",
	Why:      "An exception is for a time; after that somebody must look again.",
	Wrong:    "<!-- allow image-alt until 2025-01-01 by editor: decorative -->",
	Right:    "<!-- allow image-alt until 2027-05-01 by editor: decorative, looked at again -->",
	Mend:     "mend what it allows, or look again and give a new date.",
	Severity: diag.Error,
})
