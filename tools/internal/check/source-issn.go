package check

import (
	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/diag"
)

var _ = register(Rule{
	ID:       "source-issn",
	Title:    "an ISSN whose digits do not add up",
	Why:      "Libraries find a journal by this number; its check digit tells a typing error.",
	Wrong:    `ISSN: 0378-5956`,
	Right:    `ISSN: 0378-5955`,
	Mend:     "compare it with the journal itself.",
	Severity: diag.Error,
	Source:   wellFormed("ISSN", cite.ISSN),
})
