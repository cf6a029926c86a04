package check

import "comwijzer/tools/internal/diag"

var _ = register(Rule{
	ID:       "signal-unknown",
	Title:    "a block names a signal that is not recorded",
	Why:      "The page would silently show one signal less.",
	Wrong:    `ids: [terugtreken]`,
	Right:    `ids: [terugtrekken]`,
	Mend:     "correct the id, or record the signal in data/signals/.",
	Severity: diag.Error,
	Source:   unknown("signal"),
})
