package check

import "comwijzer/tools/internal/diag"

var _ = register(Rule{
	ID:       "word-denied",
	Title:    "a word that never stands in running text",
	Why:      "Some words harm whom they speak of: they suggest success, crime or consent where there is none.",
	Wrong:    "[word of the list]",
	Right:    "[what its entry says under `use`]",
	Mend:     "write what the hint says; wijzer check --fix does so where it fits any sentence. Quotations, titles of sources and the names in the entry's `except` may hold the word. The list is `deny` in data/lexicon/<lang>.yaml.",
	Severity: diag.Error,
	Source:   warnOf("deny"),
})
