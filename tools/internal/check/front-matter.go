package check

// Applied by site.Load.
var _ = register(StructureRules, Error, Rule{
	ID:    "front-matter",
	Title: "a page that does not start with front matter",
	Why:   "Without title and type there is no page.",
	Wrong: "Een fiets heeft twee wielen.",
	Right: "---\ntitle: Wat is een fiets?\ntype: explainer\n---\nEen fiets heeft twee wielen.",
	Mend:  "start the file with a line ---, the keys, and a line ---.",
})
