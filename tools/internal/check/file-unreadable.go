package check

// Applied by site.Load.
var _ = register(StructureRules, Error, Rule{
	ID:    "file-unreadable",
	Title: "a file that is empty, too large, not UTF-8, half merged, no regular file or not readable",
	Why:   "A file that is skipped in silence is a page that readers miss.",
	Wrong: "a page saved as Windows-1252",
	Right: "the same page saved as UTF-8",
	Mend:  "save the file as UTF-8 text, finish the merge, or remove it. A file of text holds at most 2 MiB, and lines that follow each other without a blank one 8 KiB and 500 brackets and other marks: put blank lines between its parts.",
})
