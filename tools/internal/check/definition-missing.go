package check

import (
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
	"comwijzer/tools/internal/yaml"
)

var _ = register(Rule{
	ID:       "definition-missing",
	Title:    "a term without definition",
	Why:      "The first paragraph is what tooltips, search and exports show; without it the term is an empty promise.",
	Wrong:    "---\ntitle: fietsen\ntype: begrip\n---\n## Gebruik",
	Right:    "---\ntitle: fietsen\ntype: begrip\n---\nRijden op een voertuig met trappers.",
	Mend:     "start the page with one paragraph that says what it is.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		eachDefinition(p, func(t *site.Term, page *site.Page, first *md.Paragraph) {
			if first == nil || first.Kind != "paragraph" || first.Quoted || first.Heading >= 0 || text.CountWords(first.Text) == 0 {
				p.Report(page.Front.Position(yaml.Pointer("title")), "start the page with a paragraph that says what it is", "term %q has no definition", t.ID)
			}
		})
	},
})
