package check

import "comwijzer/tools/internal/diag"

// Applied by site.Load.
var _ = register(Rule{
	ID:       "file-name",
	Title:    "a file whose name does not say what it is",
	Why:      "Page and language are read from the name of a page, the id from the name of a record.",
	Wrong:    "content/netwerk/Structuur.md",
	Right:    "content/netwerk/structuur.nl.md",
	Mend:     "rename the file.",
	Severity: diag.Error,
})
