package check

import "comwijzer/tools/internal/diag"

var _ = register(Rule{
	ID:       "cite-unknown",
	Title:    "a citation of a source that is not recorded",
	Why:      "A claim whose source cannot be found is a claim without source.",
	Wrong:    `[hfst. 2](cite:fietsatals)`,
	Right:    `[hfst. 2](cite:fietsatlas)`,
	Mend:     "correct the id, or record the source in data/sources/.",
	Severity: diag.Error,
	Source:   unknown("source"),
})
