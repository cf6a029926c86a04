package check

import "comwijzer/tools/internal/diag"

// Applied where allowances are; see allow.go.
var _ = register(Rule{
	ID:       "allow-unneeded",
	Title:    "an allowance for something that is not there",
	Why:      "It would hide the next real finding in the same place.",
	Wrong:    "Een zin. <!-- allow image-alt until 2027-05-01: decorative -->",
	Right:    "Een zin.",
	Mend:     "remove it.",
	Severity: diag.Error,
})
