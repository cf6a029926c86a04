package check

import "comwijzer/tools/internal/diag"

var _ = register(Rule{
	ID:       "topic-unknown",
	Title:    "a figure or block names a topic that is not recorded",
	Why:      "Figures of one topic are shown side by side; a misspelt topic takes a figure out of the comparison.",
	Wrong:    `topic: nl-betroken`,
	Right:    `topic: nl-betrokken`,
	Mend:     "correct the id, or record the topic in data/topics/.",
	Severity: diag.Error,
	Source:   unknown("topic"),
})
