package check

import "comwijzer/tools/internal/diag"

// Applied where allowances are; see allow.go.
var _ = register(Rule{
	ID:       "allow-malformed",
	Title:    "an allowance without known rule, reason, end date or who decided",
	Why:      "An exception that nobody can judge later is one for ever.",
	Wrong:    "<!-- allow image-alt -->",
	Right:    "<!-- allow image-alt until 2027-05-01 by editor: purely decorative line -->",
	Mend:     "write rule, end date, role and reason. params.roles in config.toml lists the roles; a site without that list asks for none.",
	Severity: diag.Error,
})
