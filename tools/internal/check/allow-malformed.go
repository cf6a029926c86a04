package check

import "comwijzer/tools/internal/diag"

// Applied where allowances are; see allow.go.
var _ = register(Rule{
	ID:       "allow-malformed",
	Title:    "an allowance without known rule, reason or end date",
	Why:      "An exception that nobody can judge later is one for ever.",
	Wrong:    "<!-- allow image-alt -->",
	Right:    "<!-- allow image-alt until 2027-05-01: purely decorative line -->",
	Mend:     "write rule, end date and reason.",
	Severity: diag.Error,
})
