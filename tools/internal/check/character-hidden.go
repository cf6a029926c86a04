package check

import "comwijzer/tools/internal/site"

var _ = register(StructureRules, Error, Rule{
	ID:    site.CharacterHidden,
	Title: "a character that readers do not see, or take for another",
	Why:   "It changes what stands there without changing what is read: it hides a word from rules and from search, or turns a number around. Word processors and web pages leave them behind. Wide letters and those of mathematics hide a word as well.",
	Wrong: "a word with a zero-width space in it",
	Right: "the word",
	Mend:  "remove it. A soft hyphen may stay: it says where a long word may be broken.",
})
