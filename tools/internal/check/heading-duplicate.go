package check

var _ = register(Rule{
	ID:       "heading-duplicate",
	Title:    "two headings on a page with one id",
	Why:      "Links to the second lead to the first, or change when a heading is added.",
	Wrong:    "## Leiders\n\n## Leiders",
	Right:    "## Leiders\n\n## Leiders in de groep {#leiders-groep}",
	Mend:     "word one of them differently, or give it an id of its own: {#id}.",
	Set:      StructureRules,
	Severity: Error,
	Source: func(p *Pass) {
		for _, page := range p.Pages {
			for _, h := range page.Doc.Headings {
				if h.Duplicate {
					p.Report(h.Position, "word it differently or add {#an-id-of-its-own}", "heading %q has the id of an earlier one", h.Text)
				}
			}
		}
	},
})
