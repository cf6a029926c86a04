package check

import "comwijzer/tools/internal/diag"

var _ = register(Rule{
	ID:       "case-unknown",
	Title:    "a link to a legal case that is not recorded",
	Why:      "A case without record has no status and no date.",
	Wrong:    `[de zaak](case:nl-nml)`,
	Right:    `[de zaak](case:nl-nlm)`,
	Mend:     "correct the id, or record the case in data/cases/.",
	Severity: diag.Error,
	Source:   unknown("case"),
})
