package check

import "comwijzer/tools/internal/diag"

var _ = register(Rule{
	ID:       "figure-unknown",
	Title:    "a link to a figure that is not recorded",
	Why:      "A number without record has no source, no date and no word on what was counted.",
	Wrong:    `[minstens 70](figure:deelnemer)`,
	Right:    `[minstens 70](figure:deelnemers)`,
	Mend:     "correct the id, or record the figure in data/figures/.",
	Severity: diag.Error,
	Source:   unknown("figure"),
})
