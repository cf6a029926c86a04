package check

import "comwijzer/tools/internal/diag"

var _ = register(Rule{
	ID:       "gap-unknown",
	Title:    "a block names a gap that is not recorded",
	Why:      "The page would silently leave out what the sources do not cover.",
	Wrong:    `ids: [g99]`,
	Right:    `ids: [g01]`,
	Mend:     "correct the id, or record the gap in data/gaps/.",
	Severity: diag.Error,
	Source:   unknown("gap"),
})
