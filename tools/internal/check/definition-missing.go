package check

import "comwijzer/tools/internal/text"

var _ = register(GlossaryRules, Error, Rule{
	ID:    "definition-missing",
	Title: "a term without definition",
	Why:   "The first paragraph is what tooltips, search and exports show; without it the term is an empty promise.",
	Wrong: "---\ntitle: fietsen\ntype: term\n---\n## Gebruik",
	Right: "---\ntitle: fietsen\ntype: term\n---\nRijden op een voertuig met trappers.",
	Mend:  "start the page with one paragraph that says what it is.",
	Source: func(p *Pass) {
		for e := range p.Entries() {
			first := e.First()
			if first == nil || first.Kind != "paragraph" || first.Quoted || first.Heading >= 0 || text.CountWords(first.Text) == 0 {
				p.Report(e.Front.Position("/title"), "start the page with a paragraph that says what it is", "term %q has no definition", e.Term.ID)
			}
		}
	},
})
