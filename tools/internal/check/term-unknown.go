package check

import "comwijzer/tools/internal/diag"

var _ = register(Rule{
	ID:       "term-unknown",
	Title:    "a link to a term that the glossary does not have",
	Why:      "Readers would press a word and get nothing.",
	Wrong:    `[vleg](term:vleg)`,
	Right:    `[velg](term:velg)`,
	Mend:     "correct the id, or write the term's pages.",
	Severity: diag.Error,
	Source:   unknown("term"),
})
