package check

// Applied by site.Load.
var _ = register(StructureRules, Error, Rule{
	ID:    "yaml-syntax",
	Title: "YAML that cannot be read",
	Why:   "A record with a fault in it is a record that is not there.",
	Wrong: "title: Cijfers: hoe te lezen",
	Right: "title: \"Cijfers: hoe te lezen\"",
	Mend:  "correct it at the place that the message gives; quote texts that hold a colon and a space. It holds at most 4,000 keys, and 64 levels.",
})
