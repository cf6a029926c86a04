package check

// Applied by site.Load.
var _ = register(StructureRules, Error, Rule{
	ID:    "file-name",
	Title: "a file whose name does not say what it is",
	Why:   "Page and language are read from the name of a page, the id from the name of a record.",
	Wrong: "content/fiets/Wiel.md",
	Right: "content/fiets/wiel.xx.md",
	Mend:  "rename the file.",
})
