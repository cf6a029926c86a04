package check

// Applied by site.Load.
var _ = register(StructureRules, Error, Rule{
	ID:    "record-duplicate",
	Title: "two files with one id or address",
	Why:   "Only one of them could be published, and which one would be chance.",
	Wrong: "data/sources/fietsatlas.yaml\ndata/sources/Fietsatlas.yaml",
	Right: "data/sources/fietsatlas.yaml",
	Mend:  "remove or rename one of the two.",
})
