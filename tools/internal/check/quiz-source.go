package check

import (
	"slices"

	"comwijzer/tools/internal/site"
)

var _ = register(Rule{
	ID:       "quiz-source",
	Title:    "a question in a quiz that leads to a page which cites none of its sources",
	Why:      "Who wants to know why an answer is right is sent to a page that does not say so.",
	Wrong:    "page: fietsen.md\nsources: [{source: autorapport}]   # which fietsen.md does not cite",
	Right:    "page: autos.md\nsources: [{source: autorapport}]",
	Mend:     "lead to the page where it stands, or cite the sources of that page.",
	Set:      StructureRules,
	Severity: Warning,
	Source: func(p *Pass) {
		for _, page := range p.Pages {
			for _, quiz := range page.Quizzes() {
				for _, q := range quiz {
					target := p.Resolve(page, q.Page)
					if target.Page != nil && len(q.Sources) > 0 && !citesUnknown(p, target.Page) && !slices.ContainsFunc(q.Sources, func(s site.Basis) bool { return citesUnder(target, s.Source) }) {
						p.Report(q.Doc.Position(q.Pointer+"/page"), "lead to where it stands", "%q cites none of the sources of this question", q.Page)
					}
				}
			}
		}
	},
})

// citesUnknown reports whether a page cites what is not there: reference-unknown says so.
func citesUnknown(p *Pass, page *site.Page) bool {
	return slices.ContainsFunc(page.Refs, func(r site.Ref) bool { return r.Kind == "source" && p.Source(r.ID) == nil })
}

// citesUnder reports whether a page cites a source, below the heading that a
// link names where it names one.
func citesUnder(target site.Target, source string) bool {
	section := -2
	for i, h := range target.Page.Doc.Headings {
		if h.ID == target.Fragment {
			section = target.Page.Doc.Section(i)
		}
	}
	return slices.ContainsFunc(target.Page.Refs, func(r site.Ref) bool {
		at := r.HeadingIndex()
		return r.Kind == "source" && r.ID == source && (section == -2 || at >= 0 && target.Page.Doc.Section(at) == section)
	})
}
