package check

import "comwijzer/tools/internal/diag"

var _ = register(Rule{
	ID:       "word-avoid",
	Title:    "a word that is better put otherwise",
	Why:      "Words that shock, blame or label draw attention to themselves, and away from what happened and what can be done.",
	Wrong:    "The gruesome truth about a sinister street.",
	Right:    "What happens in the street, and what you can do.",
	Mend:     "write what the hint says. Quotations, titles of sources and the names in the entry's `except` may hold the word. The list is `avoid` in data/lexicon/<lang>.yaml.",
	Severity: diag.Warning,
	Source:   warnOf("avoid"),
})
