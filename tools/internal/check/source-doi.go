package check

import (
	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/diag"
)

var _ = register(Rule{
	ID:       "source-doi",
	Title:    "a DOI that is none",
	Why:      "The DOI is the lasting way to the work; with a typing error it leads to another one, or nowhere.",
	Wrong:    `DOI: https://doi.org/10.1000/182`,
	Right:    `DOI: 10.1000/182`,
	Mend:     "write it as it stands in the work: 10., a number, a slash and the rest, without address before it.",
	Severity: diag.Error,
	Source:   wellFormed("DOI", cite.DOI),
})
